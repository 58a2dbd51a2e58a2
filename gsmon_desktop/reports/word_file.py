"""A Word document whose pictures are in the file, not in memory, once they are placed.

The library keeps every picture until the document is saved and compares each new one with all before it. A
.docx is a zip whose entries may stand in any order (ECMA-376-2, annex on ZIP), so pictures go first, as they
come; the document, which only refers to them, is made by the library in memory and follows. The list of kinds
stands before all, since programs tell a Word document from any other zip by its first entry.
"""

from __future__ import annotations

import hashlib
import io
from typing import Any, BinaryIO, Self
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.shape import CT_Inline
from docx.shared import Length

_KINDS = "[Content_Types].xml"
_JPEG = b'<Default Extension="jpg" ContentType="image/jpeg"/>'


class WordFile:
    """Writes a document of the library to a stream; what it is made of besides text must be there already.
    Pictures come through `picture`, each once.
    """

    def __init__(self, document: Any, stream: BinaryIO) -> None:
        self._document = document
        self._zip = ZipFile(stream, "w", ZIP_DEFLATED)
        self._zip.writestr(_KINDS, self._kinds())
        self._known: dict[str, str] = {}
        self._shown = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def _kinds(self) -> bytes:
        """The kinds of the document's parts, which are all there from the start, and of pictures."""
        made = io.BytesIO()
        self._document.save(made)
        with ZipFile(made) as document:
            kinds = document.read(_KINDS)
        return kinds if _JPEG in kinds else kinds.replace(b"<Default ", _JPEG + b"<Default ", 1)

    def picture(self, run: Any, jpeg: bytes, width: Length, height: Length) -> None:
        """Puts a JPEG into the file and shows it in a run of text, sizes in the library's units."""
        name = f"photo{len(self._known) + 1}.jpg"
        digest = hashlib.sha256(jpeg).hexdigest()
        if digest not in self._known:
            self._zip.writestr(f"word/media/{name}", jpeg, ZIP_STORED)
            owner = self._document.part
            empty = Part(PackURI(f"/word/media/{name}"), "image/jpeg", b"", owner.package)
            self._known[digest] = owner.relate_to(empty, RELATIONSHIP_TYPE.IMAGE)
        self._shown += 1
        shape = CT_Inline.new_pic_inline(self._shown, self._known[digest], name, width, height)
        run._r.add_drawing(shape)  # noqa: SLF001 - the library's own way looks through the whole document

    def finish(self) -> None:
        """Writes the document itself and closes the zip."""
        made = io.BytesIO()
        self._document.save(made)
        there = set(self._zip.namelist())
        with ZipFile(made) as document:
            for entry in document.infolist():
                if entry.filename not in there:
                    self._zip.writestr(entry, document.read(entry), ZIP_DEFLATED)
        self._zip.close()
