"""What the program is, its version, and the libraries it stands on with their licences."""

from __future__ import annotations

import sys
from html import escape
from importlib import metadata

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from gsmon_desktop import __version__
from ui import theme
from ui.icons import app_icon

LIBRARIES = {
    "PySide6": ("LGPL-3.0", "https://doc.qt.io/qtforpython-6/"),
    "sqlite-utils": ("Apache-2.0", "https://sqlite-utils.datasette.io/"),
    "sqlcipher3": ("zlib", "https://github.com/coleifer/sqlcipher3"),
    "pyxform": ("BSD-2-Clause", "https://github.com/XLSForm/pyxform"),
    "openpyxl": ("MIT", "https://openpyxl.readthedocs.io/"),
    "defusedxml": ("PSF-2.0", "https://github.com/tiran/defusedxml"),
    "click": ("BSD-3-Clause", "https://click.palletsprojects.com/"),
    "platformdirs": ("MIT", "https://platformdirs.readthedocs.io/"),
    "cryptography": ("Apache-2.0 OR BSD-3-Clause", "https://cryptography.io/"),
    "pyrage": ("MIT", "https://github.com/woodruffw/pyrage"),
    "keyring": ("MIT", "https://keyring.readthedocs.io/"),
    "zxcvbn": ("MIT", "https://github.com/dwolfhub/zxcvbn-python"),
    "Pillow": ("MIT-CMU", "https://python-pillow.github.io/"),
    "pi-heif": ("BSD-3-Clause, libheif LGPL-3.0", "https://github.com/bigcat88/pillow_heif"),
}
"""Name of each library we ship: its licence and its home."""


class AboutDialog(QDialog):
    """Closed by its button or Escape."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("О программе"))
        sign = QLabel(self)
        sign.setPixmap(app_icon().pixmap(64, 64))
        name = QLabel(f"gsmon {__version__}", self)
        name.setProperty("role", "title")
        what = QLabel(
            self.tr("Сбор данных без интернета для общественного мониторинга качества госуслуг"), self
        )
        what.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(theme.L)
        texts = QVBoxLayout()
        texts.addWidget(name)
        texts.addWidget(what)
        head.addWidget(sign)
        head.addLayout(texts, 1)
        self.browser = QTextBrowser(self)
        self.browser.setOpenExternalLinks(True)
        self.browser.setAccessibleName(self.tr("Лицензии"))
        self.browser.setHtml(self._licences())
        close = QPushButton(self.tr("Закрыть"), self)
        close.clicked.connect(self.accept)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.L)
        column.setSpacing(theme.L)
        column.addLayout(head)
        column.addWidget(self.browser, 1)
        column.addLayout(bottom)
        self.resize(620, 480)

    def _licences(self) -> str:
        rows = "".join(
            f'<tr><td style="padding:3px 16px 3px 0"><a href="{home}">{escape(name)}</a></td>'
            f'<td style="padding:3px 16px 3px 0">{escape(_version(name))}</td><td>{escape(licence)}</td></tr>'
            for name, (licence, home) in LIBRARIES.items()
        )
        own = escape(
            self.tr("Сама программа распространяется по лицензии MIT. Она стоит на этих библиотеках:")
        )
        python = f"Python {'.'.join(map(str, sys.version_info[:3]))}, Qt {qVersion()}"
        return f"<p>{own}</p><table>{rows}</table><p>{python}</p>"


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:  # the frozen program carries no metadata of some
        return ""
