"""The page of the tour shows every step in order, and its words are words."""

from __future__ import annotations

from workshop.tour_page import page_of


def test_every_step_has_its_words_and_its_picture() -> None:
    steps: list[dict[str, str | None]] = [
        {"step": "home, with the next step", "picture": "first-chapter/001-home.png"},
        {"step": "the network is away", "picture": None},
        {"step": "“F < G” & more", "picture": "002-more.png"},
    ]
    page = page_of(steps)
    assert page.index("1. home") < page.index("2. the network") < page.index("3. “F &lt; G” &amp; more")
    assert page.count("<img") == 2
    assert 'src="first-chapter/001-home.png"' in page
