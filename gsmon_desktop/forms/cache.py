"""The folder of forms that were converted before: opening one again reads neither Excel nor XML, and no long
list.

A file there is named after all it was made of, begins with the SHA-256 of what follows, a line of JSON and
the XForm: even a forged one runs no code. The folder may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import cache as once
from importlib.metadata import version
from pathlib import Path

from gsmon_desktop import __version__
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import new_file
from gsmon_desktop.forms.compiled import pack, unpack
from gsmon_desktop.forms.definition import Form
from gsmon_desktop.forms.tables import make_room

MARK = 3
"""Changes whenever what is kept in the cache changes, so that older entries are not read."""
FilesBeside = Callable[[str, Path, str], dict[str, bytes]]


def kept_form(data: bytes, path: Path, cache: Path | None, files_beside: FilesBeside) -> Form | None:
    """The form made of this workbook before; None when there is none, or a damaged one.

    `files_beside` gives the list files of an XForm (its text, the workbook's path, its external choices).
    """
    if cache is None:
        return None
    try:
        digest, _, content = _file(data, path, cache).read_bytes().partition(b"\n")
        if digest.decode() != hashlib.sha256(content).hexdigest():
            return None
        text, _, xform = content.decode().partition("\n")
        kept = json.loads(text)
        return unpack(kept["form"], xform, files_beside(xform, path, kept["itemsets"]), cache)
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return None  # the workbook itself is read again


def keep_form(form: Form, itemsets: str, data: bytes, path: Path, cache: Path | None) -> None:
    """Keeps a form for the next time; `itemsets` are the external choices its workbook holds."""
    if cache is None:
        return
    text = json.dumps({"itemsets": itemsets, "form": pack(form)}, ensure_ascii=False, separators=(",", ":"))
    content = f"{text}\n{form.xform}".encode()
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with new_file(_file(data, path, cache), replace=True) as file:
            file.stream.write(hashlib.sha256(content).hexdigest().encode() + b"\n" + content)
            file.place()
        make_room(cache)
    except (OSError, GsmonError):
        return  # a cache that cannot be written only costs time


def _file(data: bytes, path: Path, cache: Path) -> Path:
    key = hashlib.sha256(data + f"|{path.stem}|{version('pyxform')}|{MARK}|{_program()}".encode())
    return cache / f"{key.hexdigest()}.json"


@once
def _program() -> str:
    """What the program is: its version, and in a checkout the state of the code that makes forms."""
    code = Path(__file__).parent
    state = [(str(file.relative_to(code)), file.stat().st_mtime_ns) for file in sorted(code.rglob("*.py"))]
    return f"{__version__} {state}"
