"""Tokens made into Qt: fonts, colours, scaled sizes, one stylesheet. A widget is handed its theme; none is global."""

from __future__ import annotations

from functools import cache

import msgspec
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QWidget

from app.views.kit.files import resource
from app.views.kit.sheet import stylesheet
from app.views.kit.tokens import LARGEST_SCALE, PALETTES, SMALLEST_SCALE, Palette, ThemeName, Type, Weight

FAMILY = "Inter"
# Letters that Inter lacks: other scripts, then music signs.
FALLBACKS = ("Noto Sans", "Noto Music", "DejaVu Sans")
_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")


@cache
def register_fonts() -> None:
    """Make the program's own font known to Qt, so that it looks the same on every machine. Needs a QGuiApplication."""
    for name in _FILES:
        QFontDatabase.addApplicationFont(resource("fonts", name))


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """What a user picked. `percent` is the text size; values outside 100 to 200 are brought inside."""

    name: ThemeName = ThemeName.LIGHT
    percent: int = SMALLEST_SCALE
    reduced_motion: bool = False
    # Pages have a button that reads them aloud, and games say what they ask.
    read_aloud: bool = False


class Theme:
    """One look, ready for widgets: colours by token name, pixels scaled, fonts of the type scale."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.palette: Palette = PALETTES[look.name]
        self.percent = max(SMALLEST_SCALE, min(LARGEST_SCALE, look.percent))
        self.reduced_motion = look.reduced_motion
        self._fonts: dict[tuple[float, Weight], QFont] = {}

    @property
    def is_contrast(self) -> bool:
        """High contrast draws outlines where other themes rely on shades."""
        return self.look.name is ThemeName.CONTRAST

    def px(self, pixels: float) -> int:
        """Pixels at 100 % as pixels of this theme."""
        return round(pixels * self.percent / 100)

    def colour(self, name: str) -> QColor:
        """A token's colour. Raises AttributeError for an unknown name."""
        return QColor(getattr(self.palette, name))

    def font(self, step: Type, *, factor: float = 1.0) -> QFont:
        """A font of the type scale."""
        pixels, weight = step.value
        return self.font_of(pixels * factor, weight)

    def font_of(self, pixels: float, weight: Weight) -> QFont:
        """A font for drawing, where the scale's steps don't apply (inside badges, on keys)."""
        known = self._fonts.get((pixels, weight))
        if known is None:
            register_fonts()
            known = self._fonts[pixels, weight] = QFont([FAMILY, *FALLBACKS])
            known.setPixelSize(max(1, self.px(pixels)))
            known.setWeight(QFont.Weight(int(weight)))
        # A copy of its own: Qt shares what is inside until somebody changes it.
        return QFont(known)

    def qt_palette(self) -> QPalette:
        """What Qt's own parts (menus, selections, tool tips) are drawn with."""
        palette = QPalette()
        roles = QPalette.ColorRole
        for role, name in (
            (roles.Window, "ground"), (roles.WindowText, "ink"), (roles.Base, "surface"), (roles.Text, "ink"),
            (roles.AlternateBase, "sunken"), (roles.Button, "surface"), (roles.ButtonText, "ink"),
            (roles.Highlight, "primary"), (roles.HighlightedText, "on_primary"), (roles.ToolTipBase, "ink"),
            (roles.ToolTipText, "surface"), (roles.PlaceholderText, "soft"), (roles.Link, "primary"),
        ):  # fmt: skip
            palette.setColor(role, self.colour(name))
        return palette

    def dress(self, top: QWidget) -> None:
        """Give a top-level widget, and all inside it, this look."""
        register_fonts()
        top.setPalette(self.qt_palette())
        top.setFont(self.font(Type.BODY))
        top.setStyleSheet(stylesheet(self.palette, self.px))
