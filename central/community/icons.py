"""Icons of badges: read against the allow-list, drawn by a child process with hard limits, kept as PNG."""

from __future__ import annotations

import hashlib
import resource
import subprocess
import sys

from sqlalchemy import Connection, delete, insert, select

from central.auditing import note
from central.problems import Refused
from central.sync.unit import Unit
from central.tables import BADGE_ICON
from domain.achievements.grow import with_icon
from domain.achievements.icons import AT_CENTRE, IconRefusedError, read_icon
from domain.records.achievements import Badge

# What a drawing may cost: an honest icon needs a tenth of it.
SECONDS, MEMORY = 5, 1_500 * 1024 * 1024
MOST_PNG = 1024 * 1024
SIZE = 256
# Runs in the child alone: what it draws is already the text that our own rules wrote anew.
_CHILD = """
import sys
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
size = int(sys.argv[1])
renderer = QSvgRenderer(QByteArray(sys.stdin.buffer.read()))
if not renderer.isValid():
    raise SystemExit(3)
image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
image.fill(0)
painter = QPainter(image)
renderer.render(painter)
painter.end()
buffer = QBuffer()
buffer.open(QIODevice.OpenModeFlag.WriteOnly)
image.save(buffer, "PNG")
sys.stdout.buffer.write(bytes(buffer.data().data()))
"""
NOT_DRAWN = Refused("icon", "This drawing could not be drawn. Please simplify it and try again.", 422)


def _limits() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def drawn(svg: bytes, size: int = SIZE) -> bytes:
    """The PNG of a drawing. Raises Refused where it costs more than it may, or can't be drawn."""
    environment = {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", _CHILD, str(size)],
            input=svg,
            capture_output=True,
            timeout=2 * SECONDS,
            preexec_fn=_limits,
            env=environment,
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError) as error:
        raise NOT_DRAWN from error
    if done.returncode != 0 or not done.stdout.startswith(b"\x89PNG") or len(done.stdout) > MOST_PNG:
        raise NOT_DRAWN
    return done.stdout


def icon_name(badge_id: str, png: bytes) -> str:
    """What `icon_path` says of a badge whose icon was uploaded: a place at the centre, not a file of the program.

    Another picture has another name, so that machines notice a replaced icon and fetch it.
    """
    return f"{AT_CENTRE}{badge_id}/{hashlib.sha256(png).hexdigest()[:12]}"


def read_upload(data: bytes) -> tuple[bytes, bytes]:
    """The drawing as it is kept and its PNG. Raises Refused, with the reason for whoever brought it."""
    try:
        svg = read_icon(data).svg
    except IconRefusedError as error:
        raise Refused("icon", error.why.english(), 422) from error
    return svg, drawn(svg)


def keep(unit: Unit, badge_id: str, svg: bytes, png: bytes, actor: str) -> Badge:
    """Keep the icon of a badge; audited. It is not released by that (badge plan, questions 2).

    Raises Refused for no badge.
    """
    badge = unit.rows.get(Badge, badge_id)
    if badge is None:
        raise Refused("no_badge", "There is no such badge.", 404)
    own = (BADGE_ICON.c.org_id == unit.org_id, BADGE_ICON.c.badge_id == badge_id)
    unit.connection.execute(delete(BADGE_ICON).where(*own))
    unit.connection.execute(
        insert(BADGE_ICON).values(
            org_id=unit.org_id, badge_id=badge_id, svg=svg.decode(), png=png, uploaded_at=unit.now
        )
    )
    iconed = with_icon(badge, icon_name(badge_id, png))
    if unit.put(iconed):
        note(unit, actor, "badge_icon", badge_id)
    return iconed


def png_of(connection: Connection, org_id: str, badge_id: str) -> bytes | None:
    """The picture of a badge whose icon was uploaded."""
    query = select(BADGE_ICON.c.png).where(BADGE_ICON.c.org_id == org_id, BADGE_ICON.c.badge_id == badge_id)
    found = connection.execute(query).scalar()
    return None if found is None else bytes(found)
