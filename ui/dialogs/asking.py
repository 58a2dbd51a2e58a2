"""How dialogs that ask for one thing are laid out: what is asked from the top down, two buttons below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from ui import theme


def lay_out(
    dialog: QDialog,
    parts: Sequence[QWidget | QLayout],
    back: QPushButton,
    agree: QPushButton,
    *,
    other: QPushButton | None = None,
) -> None:
    """Puts the parts over the buttons at the lower right, `other` at the lower left; `back` closes the dialog
    and changes nothing."""
    buttons = QHBoxLayout()
    buttons.setSpacing(theme.S)
    if other is not None:
        buttons.addWidget(other)
    buttons.addStretch(1)
    buttons.addWidget(back)
    buttons.addWidget(agree)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.L)
    column.setSpacing(theme.M)
    for part in parts:
        if isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)
    column.addLayout(buttons)
    back.clicked.connect(dialog.reject)
