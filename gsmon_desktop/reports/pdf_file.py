"""A PDF written object by object, so that a picture is in the file, not in memory, once it is drawn.

The library keeps every object until the document is saved, joins them into one string and digests each
picture pixel by pixel. A PDF may hold its objects in any order (ISO 32000-1, 7.5.4: the cross-reference table
says where each begins), so pictures go first, as they come, and all the rest at the end.
"""

from __future__ import annotations

import hashlib
import io
from typing import Any, BinaryIO

from reportlab.pdfbase.pdfdoc import (
    PDFCrossReferenceTable,
    PDFFile,
    PDFImageXObject,
    PDFIndirectObject,
    PDFTrailer,
)


class _Straight(PDFFile):
    """The library's counter of offsets, writing at once what it would keep."""

    def __init__(self, stream: BinaryIO, version: tuple[int, int]) -> None:
        super().__init__(version)
        stream.write(b"".join(self.strings))
        self.strings = []
        self.write: Any = stream.write


class ObjectFile:
    """Writes a document of the library to a stream; takes the place of its own `format`."""

    def __init__(self, document: Any, stream: BinaryIO) -> None:
        self._document = document
        self._file = _Straight(stream, document._pdfVersion)  # noqa: SLF001 - nowhere else to be found
        document.format = self.finish

    def picture(self, jpeg: bytes) -> str:
        """Puts a picture into the file unless it is there; returns the name to draw it by."""
        name = hashlib.sha256(jpeg).hexdigest()
        if not self._document.hasForm(name):
            made = PDFImageXObject(name)
            made.loadImageFromJPEG(io.BytesIO(jpeg))
            self._document.addForm(name, made)
            self._put(self._document.getXObjectName(name))
            made.streamContent = ""
        return name

    def _put(self, name: str) -> None:
        written = PDFIndirectObject(name, self._document.idToObject[name]).format(self._document)
        self._document.idToOffset[name] = self._file.add(written)

    def finish(self) -> bytes:
        """Writes the objects that are not in the file yet, the table of all, the end. Nothing is left to
        write for the library.
        """
        document = self._document
        root, info = document.Reference(document.Catalog), document.Reference(document.info)
        names: list[str] = []
        while name := document.numberToId.get(len(names) + 1):  # writing one may bring further ones
            if name not in document.idToOffset:
                self._put(name)
            names.append(name)
        table = PDFCrossReferenceTable()
        table.addsection(0, names)
        at = self._file.add(table.format(document))
        end = PDFTrailer(startxref=at, Size=len(names) + 1, Root=root, Info=info, ID=document.ID())
        self._file.add(end.format(document))
        return b""
