"""What anybody sees who looks an award up: which badge, by which school, since when, and whether it stands."""

from __future__ import annotations

from html import escape

from central.credentials.documents import Issuer, criteria, day, title
from domain.records.achievements import AwardRevocation, Badge, BadgeAward

# Nothing is loaded but the badge's picture; nothing runs.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'"
_STYLE = """
:root { color-scheme: light dark }
body { font: 1.125rem/1.5 system-ui, sans-serif; margin: 0; min-height: 100vh; display: grid; place-items: center;
  background: #f4f1ea; color: #1c2333 }
main { background: #fff; border-radius: 16px; padding: 2.5rem; margin: 1rem; max-width: 30rem; text-align: center }
img { width: 11rem; height: 11rem }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 1rem 0 .25rem }
p { margin: .5rem 0 } .soft { color: #4d5568 }
.stands, .gone { border-radius: 10px; padding: .75rem 1rem; font-weight: 600; margin-top: 1.5rem }
.stands { background: #e2f3e6; color: #14532d } .gone { background: #fbe6e4; color: #7f1d1d }
@media (prefers-color-scheme: dark) { body { background: #12151d; color: #eef0f5 } main { background: #1d2230 }
  .soft { color: #b6bdcc } .stands { background: #173a24; color: #c7f0d2 }
  .gone { background: #46191a; color: #fbd5d2 } }
"""


def award_page(issuer: Issuer, badge: Badge, award: BadgeAward, revocation: AwardRevocation | None) -> str:
    """The page as HTML. It names nobody: who shows the badge says whose it is."""
    name, by = escape(title(badge, award.level)), escape(issuer.name)
    picture = escape(f"/v1/issuers/{issuer.org_id}/badges/{badge.id}/{award.level}/image.svg")
    if revocation is None:
        verdict = f'<p class="stands" role="status">✓ This badge stands. Earned on {day(award.crossed_at)}.</p>'
    else:
        verdict = f'<p class="gone" role="status">✕ This badge was taken back on {day(revocation.revoked_at)}.</p>'
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{name} – {by}</title><style>{_STYLE}</style></head><body><main>"
        f'<img src="{picture}" alt=""><h1>{name}</h1><p>awarded by {by}</p>'
        f'<p class="soft">{escape(criteria(badge, award.level))}</p>{verdict}</main></body></html>'
    )
