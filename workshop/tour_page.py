"""The tour's pictures as one page to leaf through: every step with its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

_STYLE = (
    "body{margin:2rem auto;max-width:1000px;padding:0 1rem;font:18px/1.5 sans-serif;color:#1b2433;background:#f7f4ec}"
    "figure{margin:0 0 3rem}figcaption{margin-bottom:.5rem;font-weight:600}"
    "img{width:100%;height:auto;border-radius:8px;border:1px solid #d8d3c4}"
)


def page_of(steps: Iterable[Mapping[str, str | None]]) -> str:
    """HTML of the steps (`step` its words, `picture` a file beside the page or None), in their order."""
    figures = "\n".join(_figure(number, str(each["step"]), each["picture"]) for number, each in enumerate(steps, 1))
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>A tour of MLC Classroom</title>'
        f"<style>{_STYLE}</style></head><body><h1>A tour of MLC Classroom</h1>\n{figures}\n</body></html>\n"
    )


def _figure(number: int, words: str, picture: str | None) -> str:
    caption = f"<figcaption>{number}. {escape(words)}</figcaption>"
    if picture is None:
        return f"<figure>{caption}</figure>"
    return f'<figure>{caption}<img loading="lazy" src="{escape(picture)}" alt="{escape(words)}"></figure>'
