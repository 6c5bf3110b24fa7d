"""Small MEI files for the tests."""

from __future__ import annotations


def mei(
    body: str, definition: str = 'key.sig="0" meter.count="4" meter.unit="4"', staff: str = "", staves: int = 1
) -> bytes:
    """A whole file. `definition` are the attributes of the scoreDef, `staff` those of each staffDef."""
    defined = "".join(
        f'<staffDef n="{n}" lines="5" clef.shape="G" clef.line="2" {staff}/>' for n in range(1, staves + 1)
    )
    return (
        '<mei xmlns="http://www.music-encoding.org/ns/mei" meiversion="5.0">\n'
        "<meiHead><fileDesc><titleStmt><title/></titleStmt><pubStmt/></fileDesc></meiHead><music><body><mdiv><score>\n"
        f"<scoreDef {definition}><staffGrp>{defined}</staffGrp></scoreDef>\n<section>{body}</section>"
        "</score></mdiv></body></music></mei>"
    ).encode()


def bar(content: str, extra: str = "", after: str = "", number: int = 1) -> str:
    """A measure of one staff and one layer. `after` are the signs behind the staves."""
    layer = f'<staff n="1"><layer n="1">{content}</layer></staff>'
    return f'<measure n="{number}" {extra}>{layer}{after}</measure>\n'


def key(name: str, value: int, note_id: str = "", more: str = "") -> str:
    """A note in octave 4, or in the one given behind its letter."""
    identity = f'xml:id="{note_id}" ' if note_id else ""
    return f'<note {identity}pname="{name[0]}" oct="{name[1:] or 4}" dur="{value}" {more}/>'
