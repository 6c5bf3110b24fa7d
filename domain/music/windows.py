"""How early or late is still in time: the rules' windows, narrowed where notes follow each other fast."""

from __future__ import annotations

from domain.music.rules import Rules


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

    def with_click(self, gap: int) -> tuple[int, int, int]:
        """Perfect, good and ok, each side of the expected onset. `gap` is the time to the nearest other (0: none)."""
        return self._cut(gap, self.perfect, self.good, self.ok)

    def in_own_tempo(self, gap: int, beat: int) -> tuple[int, int, int]:
        """The same where the player's own tempo is followed. `beat` is the length of a beat as it was played."""
        ok = min(beat * self.beat_percent // 100, self.beat_most)
        return self._cut(gap, ok * self.perfect // self.ok, ok * self.good // self.ok, ok)

    def _cut(self, gap: int, perfect: int, good: int, ok: int) -> tuple[int, int, int]:
        """Windows that reach no farther than a part of the way to the nearest other onset."""
        if gap:
            most = gap * self.gap_percent // 100
            perfect, good, ok = min(perfect, most), min(good, most), min(ok, most)
        return perfect, good, ok
