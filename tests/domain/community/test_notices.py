"""Notices are read back from the centre's sentences: whatever names and titles hold, the reader reads the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from domain.community.notices import told
from domain.community.sharing import digest
from domain.music.say import say
from domain.records.community import AchievementShare, AchievementType

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)


@given(WORDS, WORDS)
def test_what_was_written_is_what_is_read(name: str, title: str) -> None:
    written = say("{name} wrote something kind about: {title}", name=name, title=title).english()
    read = told("comment", written)
    assert read.english() == written
    assert read.text == "{name} wrote something kind about: {title}"


@given(WORDS)
def test_what_no_kind_knows_is_told_as_it_was_written(words: str) -> None:
    assert told("of another version", words).english() == words
    assert told("comment", words).english() == words


def test_a_digest_keeps_its_figures() -> None:
    shares = [
        AchievementShare(
            org_id="o",
            id=f"s{number}",
            student_id=name,
            author_name=name,
            author_avatar="fox",
            achievement_type=AchievementType.BADGE,
            achievement_id=f"a{number}",
            title="Pianist",
            shared_at=number,
        )
        for number, name in enumerate(["Brave Otter", "Calm Lark", "Calm Lark"])
    ]
    for some in (shares, shares[1:]):
        line = digest(some)
        assert line is not None
        assert told("class_digest", line.english()).english() == line.english()
        assert told("class_digest", line.english()).text == line.text
