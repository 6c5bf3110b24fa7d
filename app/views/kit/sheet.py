"""The stylesheet, written from tokens. Widgets say what they are through the properties `kind` and `tone`."""

from __future__ import annotations

from collections.abc import Callable

from app.views.kit.tokens import TARGET, Palette, Radius, Space


def stylesheet(palette: Palette, px: Callable[[float], int]) -> str:
    """The whole sheet for one palette; `px` scales pixels."""
    parts = (_surfaces, _text, _buttons, _fields, _lists)
    return "\n".join(part(palette, px) for part in parts)


def _surfaces(p: Palette, px: Callable[[float], int]) -> str:
    card, control = px(Radius.CARD), px(Radius.CONTROL)
    soft = "".join(
        f'QFrame[kind="banner"][tone="{tone}"] {{ background: {surface}; border: {px(1)}px solid {edge};'
        f" border-radius: {control}px; }}"
        f'QFrame[kind="banner"][tone="{tone}"] QLabel {{ color: {ink}; }}'
        for tone, surface, ink, edge in (
            ("primary", p.primary_soft, p.on_primary_soft, p.primary),
            ("accent", p.accent_soft, p.on_accent_soft, p.accent),
            ("good", p.good_soft, p.on_good_soft, p.good),
            ("bad", p.bad_soft, p.on_bad_soft, p.bad),
        )
    )
    return f"""
    QWidget[kind="page"], QMainWindow, QDialog {{ background: {p.ground}; }}
    QWidget[kind="clear"] {{ background: transparent; }}
    QScrollArea, QScrollArea > QWidget > QWidget[kind="column"] {{ background: transparent; border: none; }}
    QFrame[kind="card"] {{ background: {p.surface}; border: {px(1)}px solid {p.line}; border-radius: {card}px; }}
    QWidget[kind="mine"] {{ background: {p.primary_soft}; border-radius: {control}px; }}
    QFrame[kind="well"] {{ background: {p.sunken}; border: none; border-radius: {control}px; }}
    QFrame[kind="bar"] {{ background: {p.surface}; border: none; border-bottom: {px(1)}px solid {p.line}; }}
    QFrame[kind="rule"] {{ background: {p.line}; border: none; min-height: 1px; max-height: 1px; }}
    {soft}
    """


def _text(p: Palette, px: Callable[[float], int]) -> str:
    tones = "".join(
        f'QLabel[tone="{tone}"] {{ color: {colour}; }}'
        for tone, colour in (
            ("ink", p.ink), ("soft", p.soft), ("primary", p.primary), ("good", p.good), ("bad", p.bad),
            ("on_primary", p.on_primary), ("on_primary_soft", p.on_primary_soft), ("on_accent", p.on_accent),
        )
    )  # fmt: skip
    return f"""
    QLabel {{ background: transparent; border: none; color: {p.ink}; }}
    {tones}
    QToolTip {{ background: {p.ink}; color: {p.surface}; border: none; padding: {px(6)}px; }}
    """


def _buttons(p: Palette, px: Callable[[float], int]) -> str:
    radius, ring = px(Radius.CONTROL), px(3)
    height = px(TARGET) - 2 * ring
    return f"""
    QPushButton {{ border: {ring}px solid transparent; border-radius: {radius}px; min-height: {height}px;
        padding: 0 {px(Space.BASE)}px; background: transparent; color: {p.ink}; }}
    QPushButton[kind="primary"] {{ background: {p.primary}; color: {p.on_primary}; border-color: {p.primary}; }}
    QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {{ background: {p.primary_pressed};
        border-color: {p.primary_pressed}; }}
    QPushButton[kind="quiet"] {{ background: {p.surface}; color: {p.ink}; border: {px(1)}px solid {p.outline};
        padding: {px(2)}px {px(Space.BASE) + px(2)}px; }}
    QPushButton[kind="quiet"]:hover {{ background: {p.primary_soft}; color: {p.on_primary_soft}; }}
    QPushButton[kind="quiet"]:checked {{ background: {p.primary_soft}; color: {p.on_primary_soft};
        border: {px(2)}px solid {p.primary}; padding: {px(1)}px {px(Space.BASE) + px(1)}px; }}
    QPushButton[kind="link"] {{ color: {p.ink}; padding: 0; text-align: left; }}
    QPushButton[kind="link"]:hover {{ color: {p.primary}; text-decoration: underline; }}
    QPushButton[kind="nav"] {{ color: {p.soft}; padding: 0 {px(Space.SNUG)}px; }}
    QPushButton[kind="nav"]:hover {{ background: {p.sunken}; color: {p.ink}; }}
    QPushButton[kind="nav"]:checked {{ background: {p.primary_soft}; color: {p.on_primary_soft}; }}
    QPushButton:disabled {{ background: {p.sunken}; color: {p.soft}; border-color: {p.sunken}; }}
    QPushButton[kind="quiet"]:focus, QPushButton[kind="quiet"]:checked:focus {{ border: {ring}px solid {p.focus};
        padding: 0 {px(Space.BASE)}px; }}
    QPushButton:focus {{ border: {ring}px solid {p.focus}; }}
    QPushButton[kind="primary"]:focus {{ border: {ring}px solid {p.focus}; background: {p.primary_pressed}; }}
    """


def _fields(p: Palette, px: Callable[[float], int]) -> str:
    radius, ring = px(Radius.CONTROL), px(3)
    return f"""
    QLineEdit, QPlainTextEdit, QComboBox, QDateEdit {{ background: {p.surface}; color: {p.ink};
        border: {px(1)}px solid {p.outline}; border-radius: {radius}px;
        padding: {px(8)}px {px(12)}px; min-height: {px(TARGET) - px(18)}px;
        selection-background-color: {p.primary}; selection-color: {p.on_primary}; }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus {{ border: {ring}px solid {p.focus};
        padding: {px(6)}px {px(10)}px; }}
    QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {px(28)}px; }}
    QComboBox QAbstractItemView {{ background: {p.surface}; color: {p.ink}; border: {px(1)}px solid {p.outline}; }}
    QRadioButton, QCheckBox {{ color: {p.ink}; min-height: {px(TARGET)}px; spacing: {px(12)}px; background: transparent;
        border: {px(2)}px solid transparent; border-radius: {radius}px; padding: 0 {px(8)}px; }}
    QRadioButton:focus, QCheckBox:focus {{ border-color: {p.focus}; }}
    QRadioButton::indicator {{ width: {px(18)}px; height: {px(18)}px; border: {px(2)}px solid {p.outline};
        border-radius: {px(11)}px; background: {p.surface}; }}
    QRadioButton::indicator:checked {{ width: {px(10)}px; height: {px(10)}px; border: {px(6)}px solid {p.primary}; }}
    QCheckBox::indicator {{ width: {px(20)}px; height: {px(20)}px; border: {px(2)}px solid {p.outline};
        border-radius: {px(5)}px; background: {p.surface}; }}
    QCheckBox::indicator:checked {{ border-color: {p.primary}; background: {p.primary}; }}
    QMenu {{ background: {p.surface}; color: {p.ink}; border: {px(1)}px solid {p.outline}; padding: {px(6)}px; }}
    QMenu::item {{ padding: {px(12)}px {px(24)}px; border-radius: {px(6)}px; }}
    QMenu::item:selected {{ background: {p.primary_soft}; color: {p.on_primary_soft}; }}
    QMenu::separator {{ height: 1px; background: {p.line}; margin: {px(6)}px; }}
    """


def _lists(p: Palette, px: Callable[[float], int]) -> str:
    return f"""
    QTableView, QListView {{ background: {p.surface}; alternate-background-color: {p.ground}; color: {p.ink};
        border: {px(1)}px solid {p.line}; border-radius: {px(Radius.CARD)}px; gridline-color: transparent;
        selection-background-color: {p.primary_soft}; selection-color: {p.on_primary_soft}; outline: 0; }}
    QTableView:focus, QListView:focus {{ border: {px(3)}px solid {p.focus}; }}
    QTableView::item {{ padding: 0 {px(12)}px; border-bottom: 1px solid {p.line}; }}
    QHeaderView {{ background: transparent; border: none; }}
    QHeaderView::section {{ background: {p.surface}; color: {p.soft}; border: none;
        border-bottom: {px(2)}px solid {p.line}; padding: {px(8)}px {px(12)}px; }}
    QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: {px(12)}px; margin: 0; }}
    QScrollBar::handle {{ background: {p.outline}; border-radius: {px(4)}px; margin: {px(2)}px; min-height: {px(32)}px;
        min-width: {px(32)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
