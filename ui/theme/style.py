"""The one stylesheet, made from the tokens: by object name, property and class; no screen has its own."""

from __future__ import annotations

from gsmon_desktop.paths import resources
from ui.theme.tokens import FIGURE, HEADING, RADIUS, SMALL, TITLE, XL, XS, Colours, L, M, S


def stylesheet(c: Colours, points: float) -> str:
    """The stylesheet of a theme at a text size in points."""
    return "\n".join(
        (_texts(c, points), _buttons(c, points), _fields(c), _lists(c), _frames(c), _shell(c, points))
    )


def _image(name: str, c: Colours) -> str:
    """A small picture the stylesheet needs as a file; one for each theme."""
    return (resources() / "icons" / f"{name}_{'dark' if c.dark else 'light'}.svg").as_posix()


def _texts(c: Colours, points: float) -> str:
    return f"""
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {points * TITLE:.1f}pt; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {points * HEADING:.1f}pt; font-weight: 600; }}
QLabel[role="figure"] {{ font-size: {points * FIGURE:.1f}pt; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="muted"] {{ color: {c.muted}; }}
QLabel[role="small"] {{ color: {c.muted}; font-size: {points * SMALL:.1f}pt; }}
QLabel[role="danger"] {{ color: {c.danger}; }}
QLabel[role="warning"] {{ color: {c.warning}; }}
QLabel[role="good"] {{ color: {c.good}; }}
QLabel[role="key"] {{ color: {c.muted}; background: {c.surface}; border: 1px solid {c.line};
    border-radius: {RADIUS}px;
    padding: 0 {XS}px; font-size: {points * SMALL:.1f}pt; }}
QToolTip {{ color: {c.text}; background: {c.surface}; border: 1px solid {c.edge}; padding: {XS}px; }}
"""


def _buttons(c: Colours, points: float) -> str:
    return f"""
QPushButton {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.edge};
    border-radius: {RADIUS}px;
    padding: {XS + 1}px {M}px; min-height: 18px; }}
QPushButton:hover {{ background: {c.hover}; }}
QPushButton:focus {{ border: 2px solid {c.accent}; padding: {XS}px {M - 1}px; }}
QPushButton:pressed, QPushButton:checked {{ background: {c.accent_soft}; border-color: {c.accent}; }}
QPushButton:disabled {{ color: {c.muted}; border-color: {c.line}; background: {c.window}; }}
QPushButton[kind="primary"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent};
    font-weight: 600; }}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {{ background: {c.accent_hover}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[kind="primary"]:disabled {{ background: {c.hover}; color: {c.muted}; border-color: {c.edge}; }}
QPushButton[kind="primary"][scale="big"] {{ min-height: 52px; font-size: {points * HEADING:.1f}pt; }}
QPushButton[kind="danger"] {{ color: {c.danger}; border-color: {c.danger}; }}
QPushButton[kind="quiet"] {{ background: transparent; border-color: transparent; color: {c.accent};
    padding: {XS + 1}px; }}
QPushButton[kind="quiet"]:hover {{ background: {c.hover}; }}
QPushButton[kind="quiet"]:focus {{ border: 2px solid {c.accent}; padding: {XS}px; }}
QPushButton[kind="quiet"][menu="yes"] {{ padding-right: {M}px; }}
QPushButton[kind="quiet"][menu="yes"]:focus {{ padding-right: {M - 1}px; }}
QPushButton[kind="chip"] {{ border-radius: 12px; padding: 2px {M}px; border-color: {c.line}; }}
QPushButton[kind="chip"]:checked {{ background: {c.accent_soft}; border-color: {c.accent}; color: {c.text}; }}
QPushButton[kind="chip"]:focus {{ border: 2px solid {c.accent}; padding: 1px {M - 1}px; }}
QPushButton::menu-indicator {{ subcontrol-position: right center; right: {XS}px; }}
"""


def _fields(c: Colours) -> str:
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit,
    QComboBox {{
    background: {c.surface}; color: {c.text}; border: 1px solid {c.edge}; border-radius: {RADIUS}px;
    padding: {XS}px {S}px; min-height: 20px; selection-background-color: {c.accent};
    selection-color: {c.on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus,
QTimeEdit:focus, QDateTimeEdit:focus, QComboBox:focus {{ border: 2px solid {c.accent};
    padding: {XS - 1}px {S - 1}px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ color: {c.muted}; background: {c.window};
    border-color: {c.line}; }}
QLineEdit, QPlainTextEdit, QTextEdit {{ placeholder-text-color: {c.muted}; }}
QComboBox, QDateEdit {{ padding-right: {XL}px; }}
QComboBox:focus, QDateEdit:focus {{ padding-right: {XL - 1}px; }}
QComboBox {{ padding-left: {S + 2}px; }}
QComboBox:focus {{ padding-left: {S + 1}px; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: 0; width: {XL}px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{_image("arrow", c)}");
    width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{ background: {c.surface}; border: 1px solid {c.edge}; padding: {XS}px;
    outline: 0; }}
QCheckBox, QRadioButton {{ spacing: {S}px; padding: {XS}px; border: 1px solid transparent;
    border-radius: {RADIUS}px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {c.accent}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 14px; height: 14px; border: 1px solid {c.edge};
    background: {c.surface}; }}
QCheckBox::indicator {{ border-radius: 3px; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {c.accent}; }}
QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent};
    image: url("{_image("tick", c)}"); }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {c.line}; }}
QSlider::sub-page:horizontal {{ border-radius: 2px; background: {c.accent}; }}
QSlider::handle:horizontal {{ width: 14px; margin: -5px 0; border: 1px solid {c.edge}; border-radius: 7px;
    background: {c.accent}; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {c.accent}; }}
"""


def _lists(c: Colours) -> str:
    return f"""
QAbstractItemView {{ background: {c.surface}; alternate-background-color: {c.window};
    border: 1px solid {c.line};
    border-radius: {RADIUS}px; outline: 0; selection-background-color: {c.accent_soft};
    selection-color: {c.text};
    gridline-color: {c.line}; }}
QAbstractItemView[role="plain"] {{ border: 0; border-top: 1px solid {c.line}; border-radius: 0; }}
QAbstractItemView:focus {{ border-color: {c.accent}; }}
QTableView::item, QListView::item, QTreeView::item {{ padding: {XS}px {S}px; border: 0; }}
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected {{ background: {c.accent_soft};
    color: {c.text}; }}
QHeaderView {{ background: {c.window}; border: 0; }}
QHeaderView::section {{ background: {c.window}; color: {c.muted}; border: 0;
    border-bottom: 1px solid {c.line};
    padding: {XS}px {S + 3}px; }}
QHeaderView::section:hover {{ color: {c.text}; }}
QTableCornerButton::section {{ background: {c.window}; border: 0; }}
QProgressBar {{ background: {c.hover}; border: 0; border-radius: 3px; min-height: 6px; max-height: 6px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {c.edge}; border-radius: 4px; margin: 2px; min-height: 32px;
    min-width: 32px; }}
QScrollBar::handle:hover {{ background: {c.muted}; }}
QScrollBar[blank="yes"]::handle {{ background: transparent; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ background: {c.surface}; border: 1px solid {c.edge}; padding: {XS}px; }}
QMenu::item {{ padding: {XS}px {L}px; border-radius: {RADIUS}px; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
"""


def _frames(c: Colours) -> str:
    return f"""
QFrame[role="card"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {RADIUS + 2}px; }}
QFrame[role="line"] {{ background: {c.line}; border: 0; max-height: 1px; min-height: 1px; }}
QFrame[role="warning"] {{ background: {c.warning_soft}; border: 1px solid {c.warning};
    border-radius: {RADIUS}px; }}
QFrame[role="danger"] {{ background: {c.danger_soft}; border: 1px solid {c.danger};
    border-radius: {RADIUS}px; }}
QFrame[role="good"] {{ background: {c.good_soft}; border: 1px solid {c.good}; border-radius: {RADIUS}px; }}
QScrollArea {{ background: transparent; border: 0; }}
QScrollArea > QWidget > QWidget[role="page"] {{ background: {c.window}; }}
QScrollArea[role="picture"] {{ border: 2px solid transparent; }}
QScrollArea[role="picture"]:focus {{ border-color: {c.accent}; }}
QSplitter::handle {{ background: {c.line}; }}
QDialog#finder {{ background: {c.surface}; border: 1px solid {c.edge}; border-radius: {RADIUS + 2}px; }}
QDialog#finder QListView {{ border: 0; }}
QFrame#side {{ background: {c.surface}; }}
QFrame#sections {{ background: {c.surface}; border-right: 1px solid {c.line}; }}
QListView#outline {{ border: 0; border-radius: 0; }}
QTabWidget::pane {{ border: 0; border-top: 1px solid {c.line}; }}
QTabBar::tab {{ background: transparent; color: {c.muted}; padding: {S}px {M}px; border: 0;
    border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
QTabBar::tab:hover {{ color: {c.text}; }}
QTabBar:focus {{ background: {c.hover}; }}
QTextBrowser {{ border: 0; padding: 0; }}
"""


def _shell(c: Colours, points: float) -> str:
    return f"""
QWidget#rail {{ background: {c.surface}; border-right: 1px solid {c.line}; }}
QWidget#top {{ background: {c.surface}; border-bottom: 1px solid {c.line}; }}
QWidget#bottom {{ background: {c.surface}; border-top: 1px solid {c.line}; }}
QWidget#bottom QLabel {{ color: {c.muted}; font-size: {points * SMALL:.1f}pt; }}
QToolButton[role="rail"] {{ border: 0; border-left: 3px solid transparent;
    padding: {S}px {S}px {S}px {M - 3}px;
    color: {c.text}; background: transparent; text-align: left; }}
QToolButton[role="rail"]:hover {{ background: {c.hover}; }}
QToolButton[role="rail"]:checked {{ background: {c.accent_soft}; border-left-color: {c.accent};
    font-weight: 600; }}
QToolButton[role="rail"]:focus {{ background: {c.hover}; border-left-color: {c.muted}; }}
QToolButton[role="rail"]:checked:focus {{ background: {c.accent_soft}; border-left-color: {c.text}; }}
"""
