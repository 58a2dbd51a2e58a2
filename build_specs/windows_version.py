"""Writes the version resource that Windows shows in a program's properties, from our version."""

from __future__ import annotations

import sys
from pathlib import Path

from gsmon_desktop import __version__

TEMPLATE = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable('041904b0', [
      StringStruct('ProductName', 'gsmon'),
      StringStruct('FileDescription', 'gsmon: мониторинг качества государственных услуг'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('ProductVersion', '{version}'),
      StringStruct('LegalCopyright', 'MIT'),
      StringStruct('OriginalFilename', 'gsmon.exe'),
    ])]),
    VarFileInfo([VarStruct('Translation', [0x0419, 1200])]),
  ])
"""


def version_resource(version: str) -> str:
    """The text PyInstaller reads (its `VSVersionInfo` form) for a version like 0.1.0."""
    parts = [int(part) for part in version.split(".")[:3]]
    return TEMPLATE.format(numbers=(*parts, 0), version=version)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(version_resource(__version__), encoding="utf-8")
