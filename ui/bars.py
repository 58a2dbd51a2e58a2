"""The three bars around the screens: rail, top line, bottom line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.i18n import NAMES, is_language_change
from ui.icons import icon
from ui.widgets.flow import ShortLabel

PLACES = ("today", "interviews", "visits", "control", "scores", "exchange", "settings")
"""The rail from top to bottom: ids of screens and of their icons."""


class Rail(QWidget):
    """Icons with words, one for each screen; arrows walk it, Ctrl and a digit go there from anywhere."""

    chosen = Signal(str)

    def __init__(self, places: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._narrow = False
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.S, 0, theme.S)
        column.setSpacing(2)
        for place in places:
            button = QToolButton(self)
            button.setProperty("role", "rail")
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(20, 20))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(self._on_button_clicked)
            self._group.addButton(button)
            self.buttons[place] = button
            if place == "settings":
                column.addStretch(1)
            column.addWidget(button)
        self.retranslate()
        self.tint()

    def show_place(self, place: str) -> None:
        """Marks where we are."""
        self.buttons[place].setChecked(True)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - a plain setter, as Qt's are
        """Icons alone, their names as tooltips, where the window is narrow."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.retranslate()

    def words(self, place: str) -> str:
        """A screen's name."""
        return {
            "today": self.tr("Сегодня"),
            "interviews": self.tr("Интервью"),
            "visits": self.tr("Визиты"),
            "control": self.tr("Контроль"),
            "scores": self.tr("Оценки"),
            "exchange": self.tr("Обмен"),
            "settings": self.tr("Настройки"),
        }[place]

    def retranslate(self) -> None:
        """Writes the names."""
        for number, (place, button) in enumerate(self.buttons.items(), start=1):
            button.setText("" if self._narrow else f" {self.words(place)}")  # Qt keeps icon and words close
            button.setAccessibleName(self.words(place))
            button.setToolTip(f"{self.words(place)} (Ctrl+{number})")

    def tint(self) -> None:
        """Takes the palette's colours."""
        c = theme.colours(self.palette())
        for place, button in self.buttons.items():
            button.setIcon(icon(place, c.muted, c.accent))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk the rail."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        buttons = list(self.buttons.values())
        here = next((i for i, button in enumerate(buttons) if button.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        buttons[(here + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """New language, new palette."""
        if is_language_change(event):
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.tint()
        super().changeEvent(event)

    def _on_button_clicked(self) -> None:
        for place, button in self.buttons.items():
            if button is self.sender():
                self.chosen.emit(place)


class TopLine(QWidget):
    """Whose workspace this is, what waits to be sent, the way to find things, the language."""

    find_asked = Signal()
    exchange_asked = Signal()
    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._unsent, self._narrow = 0, False
        self.workspace, self.person = ShortLabel(self), ShortLabel(self)
        self.workspace.setProperty("role", "strong")
        self.person.setProperty("role", "muted")
        self.finder_button = QPushButton(self)
        self.finder_button.clicked.connect(self.find_asked)
        self.unsent = QPushButton(self)
        self.unsent.setProperty("kind", "quiet")
        self.unsent.clicked.connect(self.exchange_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.L, theme.XS + 2, theme.M, theme.XS + 2)
        row.setSpacing(theme.S)
        row.addWidget(self.workspace)
        row.addWidget(self.person)
        row.addStretch(1)
        row.addWidget(self.unsent)
        row.addWidget(self.finder_button)
        row.addSpacing(theme.S)
        self._languages = QButtonGroup(self)
        self.languages: dict[str, QPushButton] = {}
        for code, name in NAMES.items():
            button = QPushButton(name, self)
            button.setProperty("kind", "chip")
            button.setCheckable(True)
            button.setAccessibleName(name)
            button.clicked.connect(self._on_language_clicked)
            self._languages.addButton(button)
            self.languages[code] = button
            row.addWidget(button)
        self.retranslate()
        self.tint()

    def show_owner(self, workspace: str, person: str, region: str) -> None:
        """The workspace's name and whose it is."""
        self.workspace.setText(workspace)
        self.person.setText("  ·  ".join(filter(None, (person, region))))

    def show_unsent(self, count: int) -> None:
        """How many interviews wait to be sent."""
        self._unsent = count
        self.unsent.setText(self.tr("%n не отправлено", "", count) if count else self.tr("Отправлять нечего"))

    def show_language(self, code: str) -> None:
        """Marks the language in use."""
        self.languages[code].setChecked(True)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - a plain setter, as Qt's are
        """The way to find things is an icon alone where the window is narrow."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.retranslate()

    def set_quiet(self, quiet: bool) -> None:  # noqa: FBT001 - a plain setter, as Qt's are
        """During an interview only the names stay."""
        for button in (self.finder_button, self.unsent, *self.languages.values()):
            button.setVisible(not quiet)

    def retranslate(self) -> None:
        """Writes the texts."""
        self.finder_button.setText("" if self._narrow else self.tr("Найти…  Ctrl+K"))
        self.finder_button.setToolTip(self.tr("Найти…  Ctrl+K"))
        self.finder_button.setAccessibleName(self.tr("Найти услугу, интервью или команду"))
        self.unsent.setToolTip(self.tr("Перейти к обмену"))
        for button in self.languages.values():
            button.setToolTip(self.tr("Язык программы (F2)"))
        self.show_unsent(self._unsent)

    def tint(self) -> None:
        """Takes the palette's colours."""
        c = theme.colours(self.palette())
        self.finder_button.setIcon(icon("search", c.muted))
        self.unsent.setIcon(icon("package", c.accent))

    def changeEvent(self, event: QEvent) -> None:
        """New language, new palette."""
        if is_language_change(event):
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.tint()
        super().changeEvent(event)

    def _on_language_clicked(self) -> None:
        for code, button in self.languages.items():
            if button is self.sender():
                self.language_chosen.emit(code)


class BottomLine(QWidget):
    """What is on the disk, and the keys that work here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.state = ShortLabel(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.L, 3, theme.M, 3)
        self._row.setSpacing(theme.XS)
        self._row.addWidget(self.state)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._hints: list[QLabel] = []

    def show_saved(self, clock: str) -> None:
        """When the disk last took something ("14:32:05")."""
        self.say(self.tr("сохранено {time}").format(time=clock))

    def say(self, text: str) -> None:
        """Something small to know; hints give way to it."""
        before = self.state.sizeHint().width()
        self.state.setText(text)
        if abs(self.state.sizeHint().width() - before) > theme.S:  # another time is as wide as the last
            self._fit()

    def show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Writes the keys and what they do."""
        for label in self._hints:
            self._row.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._hints = []
        for key, words in hints:
            cap, text = QLabel(key, self), QLabel(words, self)
            cap.setProperty("role", "key")
            text.setContentsMargins(0, 0, theme.S, 0)
            self._hints += [cap, text]
            self._row.addWidget(cap)
            self._row.addWidget(text)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Any width: hints give way."""
        return QSize(0, super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Larger text: less room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows the hints there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The first hints and the last (help) stay; those between go, the later ones first."""
        pairs = list(zip(self._hints[::2], self._hints[1::2], strict=True))
        wide = [sum(part.sizeHint().width() + theme.XS for part in pair) for pair in pairs]
        room = self.width() - self.state.sizeHint().width() - 2 * theme.L - theme.M
        at = len(pairs) - 2
        gone: set[int] = set()
        while at >= 0 and sum(wide) - sum(wide[each] for each in gone) > room:
            gone.add(at)
            at -= 1
        for place, pair in enumerate(pairs):
            for part in pair:
                part.setVisible(place not in gone)
