"""How early or late is still in time: the rules' windows, narrowed where notes follow each other fast."""

from __future__ import annotations

from domain.music.rules import Rules

# In place of the length of a beat: there is a click.
CLICK = -1


class Windows:
    """The windows of a set of rules. Times are microseconds."""

    __slots__ = ("beat_most", "beat_percent", "gap_percent", "good", "ok", "perfect")

    def __init__(self, rules: Rules) -> None:
        self.perfect = rules.perfect
        self.good = rules.good
        self.ok = rules.ok
        self.gap_percent = rules.gap_percent
        self.beat_percent = rules.beat_percent
        self.beat_most = rules.beat_most

    def widths(self, gap: int, beat: int) -> tuple[int, int, int]:
        """Perfect, good and ok, each side of the expected onset.

        `gap` is the time to the nearest other onset (0: there is none); `beat` the played length of a beat where the
        player's own tempo is followed, `CLICK` with a click.
        """
        perfect, good, ok = self.perfect, self.good, self.ok
        if beat != CLICK:
            ok = min(beat * self.beat_percent // 100, self.beat_most)
            perfect, good = ok * self.perfect // self.ok, ok * self.good // self.ok
        if gap:
            most = gap * self.gap_percent // 100
            perfect, good, ok = min(perfect, most), min(good, most), min(ok, most)
        return perfect, good, ok
