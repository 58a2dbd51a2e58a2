"""Who works here and where: the name and the region, as the first start and the settings ask them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QFormLayout, QLabel, QLineEdit, QWidget

from gsmon_desktop.methodology.catalogue import Catalogue
from ui import theme
from ui.i18n import Language, is_language_change


class OwnerForm(QWidget):
    """Two fields with their labels; `edited` after every change."""

    edited = Signal()

    def __init__(self, catalogue: Catalogue, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._catalogue, self._language = catalogue, language
        self._name_label, self._region_label = QLabel(self), QLabel(self)
        self.name = QLineEdit(self)
        self.name.setMaxLength(100)
        self._names = QStringListModel(self)
        self.completer = QCompleter(self._names, self)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(self.completer)
        self.region = QComboBox(self)
        self.region.setMaxVisibleItems(22)
        self._name_label.setBuddy(self.name)
        self._region_label.setBuddy(self.region)
        self.labels = (self._name_label, self._region_label)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(theme.L)
        form.setVerticalSpacing(theme.M)
        form.addRow(self._name_label, self.name)
        form.addRow(self._region_label, self.region)
        self.name.textChanged.connect(self.edited)
        self.region.currentIndexChanged.connect(self.edited)
        self.retranslate()

    def show_owner(self, name: str, region: str) -> None:
        """Shows a name and a region's code, silently."""
        with QSignalBlocker(self.name), QSignalBlocker(self.region):
            self.name.setText(name)
            self.region.setCurrentIndex(max(self.region.findData(region), 0))

    def offer(self, names: Sequence[str]) -> None:
        """Names to choose from while typing, as the central office lists them; any other may be typed."""
        self._names.setStringList(names)

    def owner(self) -> tuple[str, str]:
        """The name as typed and the region's code ("" for none)."""
        return self.name.text().strip(), str(self.region.currentData() or "")

    def retranslate(self) -> None:
        """Writes the labels and the regions' names, in the order of the language."""
        self._name_label.setText(self.tr("Имя и фамилия"))
        self._region_label.setText(self.tr("Регион"))
        self.name.setAccessibleName(self.tr("Имя и фамилия интервьюера"))
        self.region.setAccessibleName(self.tr("Регион"))
        self.name.setPlaceholderText(self.tr("Например: Айгуль Серикова"))
        kept = self.region.currentData()
        with QSignalBlocker(self.region):
            self.region.clear()
            self.region.addItem(self.tr("Не выбран"), "")
            for code, region in self._catalogue.regions.items():
                self.region.addItem(region.names[self._language.code], code)
            self.region.setCurrentIndex(max(self.region.findData(kept), 0))

    def changeEvent(self, event: QEvent) -> None:
        """New language."""
        if is_language_change(event):
            self.retranslate()
        super().changeEvent(event)
