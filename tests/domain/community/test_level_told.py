"""Only badges that grow have levels to tell of."""

from __future__ import annotations

import pytest

from domain.community.sharing import level_told
from domain.records.achievements import Badge, BadgeAward, BadgeKind


@pytest.mark.parametrize(("kind", "level", "told"), [(BadgeKind.GROW, 3, 3), (BadgeKind.SINGLE, 1, 0)])
def test_a_single_badge_has_no_level(kind: BadgeKind, level: int, told: int) -> None:
    badge = Badge(org_id="o", id="b", badge_code="first", badge_kind=kind, name="First notes")
    award = BadgeAward(org_id="o", id="a", user_id="u", badge_id="b", level=level, crossed_at=1, awarded_at=1)
    assert level_told(badge, award) == told
