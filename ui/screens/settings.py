"""Настройки: language, look, whose workspace it is, what the program is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gsmon_desktop import __version__
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.store import Workspace, interviews, remembered
from ui import theme, words
from ui.dialogs.about import AboutDialog
from ui.dialogs.files import FileDialogs
from ui.guard import SETTING
from ui.i18n import NAMES, Language
from ui.icons import icon
from ui.screens.base import Screen, label
from ui.screens.owner import OwnerForm
from ui.screens.protection import ProtectionPart
from ui.screens.settings_care import Care
from ui.tasks import Tasks
from ui.widgets.flow import Flow, ShortLabel

LOOKS = ("system", "light", "dark")


@dataclass(frozen=True)
class Seen:
    """What the page shows of the workspace."""

    settings: Mapping[str, str]
    interviews: int
    size: int
    encrypted: bool = False
    remembered: bool = False


def look(ws: Workspace) -> Seen:
    """Settings, number of interviews, bytes of the database and its media."""
    size = sum(file.stat().st_size for file in ws.folder.glob("gsmon.db*"))
    size += sum(file.stat().st_size for file in (ws.folder / "media").rglob("*") if file.is_file())
    encrypted = ws.keys is not None
    kept = encrypted and remembered.is_possible() and remembered.recall(ws.folder) is not None
    return Seen(dict(ws.settings), interviews.count(ws), size, encrypted, kept)


def keep(ws: Workspace, values: Mapping[str, str]) -> dict[str, str]:
    """Writes settings; gives them all back."""
    ws.settings.update(values)
    return dict(ws.settings)


class SettingsScreen(Screen):
    """Every switch works at once and is kept in the workspace."""

    changes = frozenset({"setting", "interview"})
    language_chosen = Signal(str)
    look_chosen = Signal(str, bool)
    """The theme ("system", "light", "dark") and whether the text is larger."""
    kept = Signal(object)
    """All settings, after the owner changed."""

    def __init__(
        self,
        tasks: Tasks,
        catalogue: Catalogue,
        language: Language,
        files: FileDialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._files = tasks, files
        self._seen: Seen | None = None
        self.title = label("title", self)
        self.headings = {name: label("heading", self) for name in _CARDS}
        self._groups: list[QButtonGroup] = []
        self.languages = self._radios(NAMES)
        for code, button in self.languages.items():
            button.setText(NAMES[code])
            button.clicked.connect(partial(self.language_chosen.emit, code))
        language.switched.connect(self._on_language_switched)
        self._on_language_switched(language.code)
        self.looks = self._radios(LOOKS)
        self.larger = QCheckBox(self)
        for each in (*self.looks.values(), self.larger):
            each.clicked.connect(self._on_look_clicked)
        self.looks["system"].setChecked(True)
        self.owner = OwnerForm(catalogue, language, self)
        self.owner.edited.connect(self._on_owner_edited)
        self.keep = QPushButton(self)
        self.keep.setProperty("kind", "primary")
        self.keep.clicked.connect(self._on_keep_clicked)
        self.facts = {name: (label("muted", self), QLabel(self)) for name in _FACTS}
        self.facts["folder"] = (label("muted", self), ShortLabel(self))
        for _, value in self.facts.values():
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setWordWrap(not isinstance(value, ShortLabel))
        self.protection = ProtectionPart(self)
        self.protection.minutes_chosen.connect(self._on_minutes_chosen)
        self.protection.forget_asked.connect(self._on_forget_asked)
        self.care = Care(tasks, language, files, self)
        self.care.troubled.connect(self.troubled)
        self.open_folder, self.about = QPushButton(self), QPushButton(self)
        self.open_folder.clicked.connect(self._on_open_folder_clicked)
        self.about.clicked.connect(self._on_about_clicked)
        self._lay_out()
        self.first = self.languages[language.code]
        self.retranslate()
        self.tint()

    def _radios(self, keys: Mapping[str, str] | tuple[str, ...]) -> dict[str, QRadioButton]:
        group = QButtonGroup(self)
        self._groups.append(group)
        made = {key: QRadioButton(self) for key in keys}
        for button in made.values():
            group.addButton(button)
        return made

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(theme.L)
        left.addWidget(self._card("language", _row(*self.languages.values())))
        left.addWidget(self._card("look", _row(*self.looks.values()), _row(self.larger)))
        left.addWidget(self._card("owner", self.owner, _row(self.keep)))
        left.addStretch(1)
        facts = QFormLayout()
        facts.setHorizontalSpacing(theme.L)
        facts.setVerticalSpacing(theme.S)
        for name, value in self.facts.values():
            facts.addRow(name, value)
        right.addWidget(self._card("protection", self.protection))
        right.addWidget(self._card("workspace", facts, _row(self.open_folder, self.about)))
        right.addWidget(self._card("care", self.care))
        right.addStretch(1)
        page = QWidget(self)
        page.setProperty("role", "page")
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(theme.L)
        self._both.addLayout(left, 1)
        self._both.addLayout(right, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        column.setSpacing(theme.M)
        column.addWidget(self.title)
        column.addLayout(self._both, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns, or one where the window is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW * self.fontMetrics().height()
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _card(self, heading: str, *parts: QWidget | QLayout) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.L)
        column.setSpacing(theme.M)
        column.addWidget(self.headings[heading])
        for part in parts:
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        return card

    def refresh(self) -> None:
        """Reads the settings and the workspace's size."""
        self._tasks.lane(look, self._show, self._on_failed)

    def show_look(self, chosen: str, *, larger: bool) -> None:
        """Marks the look in use."""
        self.looks[chosen if chosen in LOOKS else "system"].setChecked(True)
        self.larger.setChecked(larger)

    def retranslate(self) -> None:
        """Writes the texts."""
        self.title.setText(self.tr("Настройки"))
        self.headings["language"].setText(self.tr("Язык программы"))
        self.headings["look"].setText(self.tr("Вид"))
        self.headings["owner"].setText(self.tr("Кто работает"))
        self.headings["protection"].setText(self.tr("Защита"))
        self.headings["workspace"].setText(self.tr("Рабочая папка"))
        self.headings["care"].setText(self.tr("Сохранность"))
        self.care.retranslate()
        self.looks["system"].setText(self.tr("Как в системе"))
        self.looks["light"].setText(self.tr("Светлый"))
        self.looks["dark"].setText(self.tr("Тёмный"))
        self.larger.setText(self.tr("Крупный текст"))
        self.keep.setText(self.tr("Сохранить"))
        names = {
            "folder": self.tr("Папка"),
            "role": self.tr("Роль"),
            "interviews": self.tr("Интервью"),
            "size": self.tr("Занимает"),
            "created": self.tr("Создана"),
            "device": self.tr("Номер устройства"),
            "version": self.tr("Версия программы"),
        }
        for name, text in names.items():
            self.facts[name][0].setText(text)
        self.open_folder.setText(self.tr("Открыть папку"))
        self.about.setText(self.tr("О программе и лицензии"))
        if self._seen is not None:
            self._show(self._seen)

    def tint(self) -> None:
        """Icons in the palette's colours."""
        self.open_folder.setIcon(icon("folder", self.colours.text))
        self.about.setIcon(icon("info", self.colours.text))

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        settings = seen.settings
        self.protection.show_state(
            settings.get(SETTING, ""), encrypted=seen.encrypted, remembered=seen.remembered
        )
        self.owner.show_owner(settings.get("name", ""), settings.get("region", ""))
        self._on_owner_edited()
        texts = {
            "folder": str(self._tasks.folder),
            "role": self._role(settings.get("role", "")),
            "interviews": words.number(seen.interviews),
            "size": words.size(seen.size),
            "created": words.moment(settings.get("created", "")),
            "device": settings.get("device", "")[:8],
            "version": __version__,
        }
        for name, text in texts.items():
            self.facts[name][1].setText(text)

    def _role(self, role: str) -> str:
        return {
            "interviewer": self.tr("интервьюер"),
            "supervisor": self.tr("супервайзер"),
            "hq": self.tr("центральный офис"),
        }.get(role, role)

    def _on_failed(self, error: GsmonError) -> None:
        self.troubled.emit(error)

    def _on_language_switched(self, code: str) -> None:
        self.languages[code].setChecked(True)

    def _on_look_clicked(self) -> None:
        chosen = next(key for key, button in self.looks.items() if button.isChecked())
        larger = self.larger.isChecked()
        self.look_chosen.emit(chosen, larger)

    def _on_owner_edited(self) -> None:
        kept = self._seen.settings if self._seen else {}
        name, region = self.owner.owner()
        self.keep.setEnabled(bool(name) and (name, region) != (kept.get("name", ""), kept.get("region", "")))

    def _on_keep_clicked(self) -> None:
        name, region = self.owner.owner()
        work = partial(keep, values={"name": name, "region": region})
        self._tasks.lane(work, self._on_owner_kept, self._on_failed, changes=("setting",))

    def _on_owner_kept(self, settings: dict[str, str]) -> None:
        self.kept.emit(settings)

    def _on_minutes_chosen(self, minutes: int) -> None:
        self._tasks.lane(partial(keep, values={SETTING: str(minutes)}), None, self._on_failed)

    def _on_forget_asked(self) -> None:
        folder = self._tasks.folder
        self._tasks.background(lambda: remembered.forget(folder), self._on_forgotten)

    def _on_forgotten(self, _: object) -> None:
        self.refresh()

    def _on_open_folder_clicked(self) -> None:
        self._files.show(self._tasks.folder)

    def _on_about_clicked(self) -> None:
        dialog = AboutDialog(self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


_NARROW = 66
"""Lines of text high that the page's width must be for two columns."""
_CARDS = ("language", "look", "owner", "care", "protection", "workspace")
_FACTS = ("folder", "role", "interviews", "size", "created", "device", "version")


def _row(*parts: QWidget) -> Flow:
    row = Flow(spacing=theme.M)
    for part in parts:
        row.addWidget(part)
    return row
