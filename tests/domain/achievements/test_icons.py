"""Icon upload: hostile drawings are refused at once and in words, honest ones are kept as they look."""

from __future__ import annotations

import contextlib
import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.achievements.icons import MOST_DEPTH, MOST_ELEMENTS, IconRefusedError, read_icon

NS = 'xmlns="http://www.w3.org/2000/svg"'
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
BOX = 'viewBox="0 0 96 96"'


def svg(inner: str, more: str = "") -> str:
    return f"<svg {NS} {BOX} {more}>{inner}</svg>"


DOT = '<circle cx="48" cy="48" r="40" fill="#fff"/>'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
USES = "".join(f'<g id="g{n}"><use xlink:href="#g{n - 1}"/><use xlink:href="#g{n - 1}"/></g>' for n in range(1, 40))

HOSTILE: dict[str, str | bytes] = {
    "nested use": svg(f'<g id="g0">{DOT}</g>{USES}', XLINK),
    "use of a file": svg('<use href="file:///etc/passwd#a"/>' + DOT),
    "script": svg("<script>alert(1)</script>" + DOT),
    "script by link": svg('<script href="https://evil.example/x.js"/>' + DOT),
    "script in cdata": svg("<script><![CDATA[alert(1)]]></script>" + DOT),
    "foreign object": svg("<foreignObject><p>hi</p></foreignObject>" + DOT),
    "html inside": svg('<body xmlns="http://www.w3.org/1999/xhtml"><iframe src="x"/></body>' + DOT),
    "image by link": svg('<image href="https://evil.example/pixel.png"/>' + DOT),
    "image by xlink": svg('<image xlink:href="https://evil.example/p.png"/>' + DOT, XLINK),
    "image of data": svg('<image href="data:image/png;base64,AAAA"/>' + DOT),
    "billion laughs": f'<!DOCTYPE svg [<!ENTITY l0 "ha">{LAUGHS}]>' + svg("<title>&l9;</title>" + DOT),
    "quadratic entity": f'<!DOCTYPE svg [<!ENTITY a "{"a" * 30000}">]>' + svg("<title>" + "&a;" * 5000 + "</title>"),
    "external entity": '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + svg("<title>&x;</title>" + DOT),
    "parameter entity": '<!DOCTYPE svg [<!ENTITY % x SYSTEM "https://evil.example/e.dtd"> %x;]>' + svg(DOT),
    "external type": '<!DOCTYPE svg SYSTEM "https://evil.example/e.dtd">' + svg(DOT),
    "public type": '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">' + svg(DOT),
    "style sheet instruction": '<?xml-stylesheet href="https://evil.example/x.css"?>' + svg(DOT),
    "other instruction": svg('<?php system("id"); ?>' + DOT),
    "style element": svg("<style>@import url(https://evil.example/x.css);</style>" + DOT),
    "style attribute": svg('<circle r="4" style="fill:url(https://evil.example/x)"/>'),
    "style on the root": svg(DOT, 'style="background:url(//evil.example)"'),
    "event handler": svg('<circle r="4" onclick="alert(1)"/>'),
    "event handler in capitals": svg('<circle r="4" ONLOAD="alert(1)"/>'),
    "event handler on the root": svg(DOT, 'onload="alert(1)"'),
    "link": svg('<a href="javascript:alert(1)">' + DOT + "</a>"),
    "fill by url": svg('<circle r="4" fill="url(#a)"/>'),
    "fill by far url": svg('<circle r="4" fill="url(https://evil.example/a.svg#a)"/>'),
    "stroke by url": svg('<circle r="4" stroke="url(//evil.example)"/>'),
    "filter": svg('<filter id="f"><feGaussianBlur stdDeviation="9999"/></filter>' + DOT),
    "filter attribute": svg('<circle r="4" filter="url(#f)"/>'),
    "mask attribute": svg('<circle r="4" mask="url(#m)"/>'),
    "clip path": svg('<clipPath id="c"><circle r="4"/></clipPath>' + DOT),
    "pattern": svg('<pattern id="p" width="0.0001" height="0.0001"/>' + DOT),
    "marker": svg('<marker id="m"><circle r="1"/></marker>' + DOT),
    "gradient": svg('<linearGradient id="g" href="#h"/>' + DOT),
    "symbol": svg('<symbol id="s">' + DOT + "</symbol>"),
    "animation": svg('<circle r="4"><animate attributeName="r" dur="1ms" repeatCount="indefinite"/></circle>'),
    "set": svg('<set attributeName="onload" to="alert(1)"/>' + DOT),
    "text": svg("<text>free candy</text>" + DOT),
    "loose text": svg("free candy" + DOT),
    "nested svg": svg(svg(DOT)),
    "shape in a shape": svg(f'<circle r="9">{DOT}</circle>'),
    "element in the title": svg("<title><script>x</script></title>" + DOT),
    "metadata": svg('<metadata><rdf xmlns="urn:rdf"/></metadata>' + DOT),
    "defs": svg("<defs>" + DOT + "</defs>" + DOT),
    "switch": svg("<switch>" + DOT + "</switch>"),
    "no namespace": f"<svg {BOX}>{DOT}</svg>",
    "wrong namespace": f'<svg xmlns="urn:other" {BOX}>{DOT}</svg>',
    "dashes that never end": svg('<line x2="96" stroke="#000" stroke-dasharray="0.00001"/>'),
    "huge number": svg('<circle r="1e30"/>'),
    "infinite number": svg('<path d="M0 0L1e999 1"/>'),
    "huge stroke": svg('<circle r="4" stroke-width="99999999"/>'),
    "huge scale": svg('<g transform="scale(99999999)">' + DOT + "</g>"),
    "unknown transform": svg('<g transform="perspective(1)">' + DOT + "</g>"),
    "letters in a path": svg('<path d="M0 0 javascript:1"/>'),
    "path with a reference": svg('<path d="url(#x)"/>'),
    "huge box": f'<svg {NS} viewBox="0 0 1e9 1e9">{DOT}</svg>',
    "no box": f"<svg {NS}>{DOT}</svg>",
    "empty box": f'<svg {NS} viewBox="0 0 0 0">{DOT}</svg>',
    "negative box": f'<svg {NS} viewBox="0 0 -96 -96">{DOT}</svg>',
    "wide box": f'<svg {NS} viewBox="0 0 960 96">{DOT}</svg>',
    "infinite box": f'<svg {NS} viewBox="0 0 1e999 1e999">{DOT}</svg>',
    "too many parts": svg("<g/>" * (MOST_ELEMENTS + 1) + DOT),
    "too deep": svg("<g>" * MOST_DEPTH + DOT + "</g>" * MOST_DEPTH),
    "very deep": svg("<g>" * 9000 + DOT + "</g>" * 9000)[: 64 * 1024],
    "too large": svg("<!--" + "x" * 70_000 + "-->" + DOT),
    "digits without end": svg('<circle r="' + "1" * 60_000 + 'x"/>'),
    "digits and points without end": svg('<circle r="' + "1." * 30_000 + '"/>'),
    "spaces without end": svg('<g transform="' + " " * 60_000 + 'x"/>'),
    "brackets without end": svg('<g transform="' + "scale(" * 10_000 + '"/>'),
    "a long number": svg('<path d="M' + "9" * 60_000 + '"/>'),
    "nothing drawn": svg("<g></g>"),
    "nothing at all": "",
    "only a declaration": '<?xml version="1.0"?>',
    "no XML": "GIF89a" + "x" * 100,
    "cut off": svg(DOT)[:-10],
    "two roots": svg(DOT) + svg(DOT),
    "html": "<!doctype html><html><body><svg></svg></body></html>",
    "UTF-16": svg(DOT).encode("utf-16"),
    "another encoding": '<?xml version="1.0" encoding="UTF-7"?>' + svg(DOT),
    "Latin-1": '<?xml version="1.0" encoding="ISO-8859-1"?>' + svg(DOT),
    "NUL": svg(DOT).encode() + b"\0",
    "no UTF-8": b"\xff\xfe" + svg(DOT).encode(),
    "zip": b"PK\x03\x04" + bytes(200),
    "compressed SVG": b"\x1f\x8b\x08\x00" + bytes(200),
    "a thousand attributes": svg("<circle " + " ".join(f'a{n}="1"' for n in range(1000)) + "/>"),
    "attribute twice": svg('<circle r="1" r="2"/>'),
    "base": svg(DOT, 'xml:base="https://evil.example/"'),
    "base attribute": svg('<circle base="https://evil.example/" r="4"/>'),
    "xml events": svg('<circle ev:event="click" r="4"/>', 'xmlns:ev="http://www.w3.org/2001/xml-events"'),
    "link without a name": svg('<circle xlink:href="#x" r="4"/>', XLINK),
}


def test_there_are_at_least_sixty_hostile_drawings(capsys: pytest.CaptureFixture[str]) -> None:
    slowest = 0
    for raw in HOSTILE.values():
        began = time.process_time_ns()
        with contextlib.suppress(IconRefusedError):
            read_icon(raw if isinstance(raw, bytes) else raw.encode())
        slowest = max(slowest, time.process_time_ns() - began)
    with capsys.disabled():
        print(f"\nhostile drawings: {len(HOSTILE)} refused, the slowest in {slowest / 1_000_000:.1f} ms of work")
    assert len(HOSTILE) >= 60


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_drawing_is_refused_at_once_and_in_words(name: str) -> None:
    raw = HOSTILE[name]
    data = raw if isinstance(raw, bytes) else raw.encode()
    began = time.process_time_ns()
    with pytest.raises(IconRefusedError) as refused:
        read_icon(data)
    # Work, not waiting: what the processor spent on it, in milliseconds (R9).
    spent = (time.process_time_ns() - began) / 1_000_000
    assert spent < 100
    sentence = refused.value.why.english()
    assert sentence.endswith((".", ")")) or ": " in sentence or "for " in sentence
    assert "evil" not in sentence


def test_plan_icon_upload_works() -> None:
    drawing = f"""<?xml version="1.0" encoding="UTF-8"?>
    <!-- drawn by hand -->
    <svg {NS} width="96" height="96px" {BOX} xmlns:ink="http://www.inkscape.org/namespaces/inkscape" id="icon">
      <title>Pianist</title>
      <g transform="translate(4,4) rotate(10 48 48)" ink:label="keys" fill="none" stroke="#1d3557" data-name="x">
        <path d="M8 8h80v80H8z m1.5-.5e1 0A1 1 0 0 1 3 4Z" stroke-width="2.5" stroke-linecap="round"/>
        <rect x="1" y="2" width="3" height="4" rx="1" fill="rgb(10, 20, 30)" opacity=".5"/>
        <polygon points="1,2 3,4 5,6" fill="gold" fill-rule="evenodd" class="c"/>
      </g>
    </svg>"""
    icon = read_icon(drawing.encode())
    assert icon.elements == 6
    assert icon.depth == 3
    text = icon.svg.decode()
    assert text.startswith(f'<svg xmlns="http://www.w3.org/2000/svg" {BOX}>')
    for gone in ("Pianist", "inkscape", "data-name", "class", "id=", "<!--", "<?xml"):
        assert gone not in text
    for kept in ("translate(4,4) rotate(10 48 48)", 'stroke-width="2.5"', 'opacity=".5"', "evenodd"):
        assert kept in text


def test_what_was_written_reads_the_same_again() -> None:
    once = read_icon(svg(f'<g fill="#123">{DOT}<path d="M0 0L1 1"/></g>').encode())
    assert read_icon(once.svg).svg == once.svg


def test_width_and_height_stand_in_for_a_missing_box() -> None:
    assert b'viewBox="0 0 64 64"' in read_icon(f'<svg {NS} width="64px" height="64">{DOT}</svg>'.encode()).svg


def test_the_limits_themselves_are_allowed() -> None:
    assert read_icon(svg("<g/>" * (MOST_ELEMENTS - 2) + DOT).encode()).elements == MOST_ELEMENTS
    deep = "<g>" * (MOST_DEPTH - 2) + DOT + "</g>" * (MOST_DEPTH - 2)
    assert read_icon(svg(deep).encode()).depth == MOST_DEPTH


@given(st.binary(max_size=400))
def test_any_bytes_are_an_icon_or_a_refusal(data: bytes) -> None:
    with contextlib.suppress(IconRefusedError):
        assert read_icon(data).svg


@given(st.integers(0, 2**32))
def test_damaged_drawings_are_an_icon_or_a_refusal(seed: int) -> None:
    rng = random.Random(seed)
    text = bytearray(svg(f'<g fill="#123" transform="scale(2)">{DOT}<path d="M0 0L1 1"/></g>').encode())
    for _ in range(rng.randint(1, 8)):
        text[rng.randrange(len(text))] = rng.choice(b"<>\"'&;/=#09az \x00\xff")
    try:
        icon = read_icon(bytes(text))
    except IconRefusedError:
        return
    assert read_icon(icon.svg).svg == icon.svg
