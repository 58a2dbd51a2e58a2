"""Visit reports with their photos as Word documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from gsmon_desktop.files import new_file
from gsmon_desktop.reports import style
from gsmon_desktop.reports.pictures import Picture, printed
from gsmon_desktop.reports.sheet import clean
from gsmon_desktop.reports.texts import Texts
from gsmon_desktop.reports.visits import Visit
from gsmon_desktop.reports.word_file import WordFile

Load = Callable[[str], Picture | None]
Progress = Callable[[int, int], None]
_WIDTH = 174
"""Millimetres between the margins of an A4 page."""
_FRAME = 98
_ACCENT = RGBColor.from_string(style.ACCENT)
_GREY = RGBColor.from_string(style.GREY)
_MARKS = {"yes": ("✔ ", "2E7D4F"), "no": ("✘ ", "B2182B"), "na": ("– ", style.GREY)}


def write(
    to: Path,
    reports: Sequence[Visit],
    load: Load,
    *,
    language: str,
    made: datetime,
    progress: Progress | None = None,
) -> Path:
    """Writes visits one after the other, each from a new page. Raises GsmonError ``file.…``."""
    texts = Texts("documents", language)
    document: Any = Document()
    _set_up(document, texts, made)
    total = sum(1 + len(each.photos) for each in reports)
    done = 0
    with new_file(to, replace=True) as part, WordFile(document, part.stream) as file:
        for number, each in enumerate(reports):
            if number:
                document.add_page_break()
            _visit(document, each, texts)
            done += 1
            for place, photo in enumerate(each.photos):
                if progress is not None:
                    progress(done, total)
                if place % 2 == 0:
                    _heading(document, texts("visit.photos")).paragraph_format.page_break_before = True
                spot = " · ".join(filter(None, (photo.about, photo.when, photo.where)))
                caption = f"{texts('visit.photo')} {place + 1}. {photo.caption}"
                _photo(document, file, load(photo.sha256), caption, spot, texts("visit.unreadable"))
                done += 1
            _files(document, each, texts)
        file.finish()
        if progress is not None:
            progress(total, total)
        part.place()
    return to


def _set_up(document: Any, texts: Texts, made: datetime) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(16), Mm(18)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Calibri")
    normal.paragraph_format.space_after = Pt(3)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = texts("visit.title"), "", ""
    properties.created = properties.modified = made.replace(tzinfo=None)
    foot = section.footer.paragraphs[0]
    when = made.strftime("%d.%m.%Y %H:%M")
    _run(foot, texts("document.foot", title=texts("visit.title"), made=when) + "  ·  ", size=8, colour=_GREY)
    _field(foot, "PAGE")
    _run(foot, " / ", size=8, colour=_GREY)
    _field(foot, "NUMPAGES")


def _visit(document: Any, visit: Visit, texts: Texts) -> None:
    title = document.add_paragraph()
    _run(title, texts("visit.title"), size=18, bold=True, colour=_ACCENT)
    _run(document.add_paragraph(), visit.title, size=11, colour=_GREY)
    if said := texts("document.russian_names"):
        _run(document.add_paragraph(), said, italic=True, colour=_GREY)
    _table(document, None, [list(pair) for pair in visit.passport], (52, 122), faint=True)
    _summary(document, visit, texts)
    if visit.scores:
        _heading(document, texts("visit.scores"))
        _run(document.add_paragraph(), texts("visit.no_rating"), italic=True, colour=_GREY)
        scored = [[label, "■" * score + "□" * (5 - score), str(score)] for label, score in visit.scores]
        scored.append([texts("visit.mean"), "", texts.figure(visit.mean() or 0)])
        heads = [texts("visit.score_of"), "", texts("visit.score")]
        _table(document, heads, scored, (118, 36, 20), totalled=True)
    for label, told in visit.account:
        _heading(document, label)
        _run(document.add_paragraph(), told)
    for kind in ("barrier", "recommendation"):
        found = [each for each in visit.findings if each[0] == kind]
        if found:
            _heading(document, texts(f"visit.{kind}s"))
            listed = [[str(n), what, more] for n, (_, what, more) in enumerate(found, 1)]
            heads = ["№", texts(f"visit.{kind}"), texts("visit.addressee")]
            _table(document, heads, listed, (10, 104, 60))
    if visit.blocks:
        _heading(document, texts("visit.checklist"))
    for block in visit.blocks:
        rows: list[list[Any]] = [
            [line.label + (f"\n{line.comment}" if line.comment else ""), (line.mark, line.text)]
            for line in block.lines
        ]
        if rows:
            _table(document, [block.title, texts("visit.answer")], rows, (108, 66))
        note = document.add_paragraph()
        note.paragraph_format.space_before = Pt(3)
        if block.note:
            _run(note, block.note if rows else f"{block.title}: {block.note}", italic=True, colour=_GREY)


def _summary(document: Any, visit: Visit, texts: Texts) -> None:
    marks = visit.marks()
    asked = marks["yes"] + marks["no"]
    if not asked:
        return
    _heading(document, texts("visit.summary"))
    share = texts.share(marks["yes"] / asked)
    _run(
        document.add_paragraph(),
        texts("visit.in_order", yes=marks["yes"], asked=asked, share=share, na=marks["na"]),
    )
    rows = [[title, line.label, line.comment] for title, line in visit.failed()]
    if rows:
        heads = [texts("visit.block"), texts("visit.not_in_order"), texts("visit.comment")]
        _table(document, heads, rows, (42, 82, 50))


def _files(document: Any, visit: Visit, texts: Texts) -> None:
    if visit.files:
        _heading(document, texts("visit.files"))
        for name, size in visit.files:
            _run(
                document.add_paragraph(),
                texts("visit.file", name=name, size=texts.figure(size / 1_000_000, 1)),
            )


# ------------------------------------------------------------------------------------------ pieces


def _heading(document: Any, words: str) -> Any:
    made = document.add_heading(level=2)
    made.paragraph_format.space_before, made.paragraph_format.space_after = Pt(10), Pt(4)
    _run(made, words, size=13, bold=True, colour=_ACCENT)
    return made


def _run(
    paragraph: Any, words: str, *, size: float = 0, colour: RGBColor | None = None, **looks: bool
) -> Any:
    run = paragraph.add_run(clean(words))
    run.font.name = "Calibri"
    if size:
        run.font.size = Pt(size)
    if colour is not None:
        run.font.color.rgb = colour
    run.bold, run.italic = looks.get("bold"), looks.get("italic")
    return run


def _table(
    document: Any,
    heads: Sequence[str] | None,
    rows: Sequence[Sequence[Any]],
    widths: Sequence[float],
    *,
    faint: bool = False,
    totalled: bool = False,
) -> None:
    """A table with a coloured heading row repeated on every page; `faint`: names of facts in grey;
    `totalled`: the last row in bold.
    """
    table = document.add_table(rows=0, cols=len(widths))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    table.style = document.styles["Table Grid"]
    if heads is not None:
        row = table.add_row()
        mark = OxmlElement("w:tblHeader")
        mark.set(qn("w:val"), "true")
        row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 - the library has no public way
        for cell, words in zip(row.cells, heads, strict=True):
            _shade(cell, style.ACCENT)
            _run(_first(cell), words, size=9, bold=True, colour=RGBColor(255, 255, 255))
    for number, content in enumerate(rows):
        for place, (cell, value) in enumerate(zip(table.add_row().cells, content, strict=True)):
            if number % 2:
                _shade(cell, "F4F7FA")
            strong = totalled and number == len(rows) - 1
            _value(cell, value, faint=faint and place == 0, strong=strong)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    _thin_lines(table)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def _thin_lines(table: Any) -> None:
    """Grey hair lines instead of the template's black ones."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", style.LINE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)  # noqa: SLF001 - the library has no public way


def _value(cell: Any, value: Any, *, faint: bool, strong: bool) -> None:
    paragraph = _first(cell)
    if isinstance(value, tuple):
        mark, value = value
        if mark in _MARKS:
            sign, colour = _MARKS[mark]
            _run(paragraph, sign, size=9.5, bold=True, colour=RGBColor.from_string(colour))
    _run(paragraph, value, size=9.5, colour=_GREY if faint else None, bold=strong)


def _first(cell: Any) -> Any:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    return paragraph


def _shade(cell: Any, fill: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - the library has no public way


def _photo(
    document: Any, file: WordFile, shot: Picture | None, caption: str, spot: str, missing: str
) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    if shot is None:
        _run(paragraph, missing, italic=True, colour=_GREY)
    else:
        width, height = shot.fit(_WIDTH, _FRAME)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        file.picture(paragraph.add_run(), printed(shot, width).jpeg, Mm(width), Mm(height))
    words = document.add_paragraph()
    _run(words, caption, bold=True)
    if spot:
        words.add_run().add_break(WD_BREAK.LINE)
        _run(words, spot, size=8.5, colour=_GREY)


def _field(paragraph: Any, name: str) -> None:
    """A field Word reckons itself: the page, the number of pages."""
    run = _run(paragraph, "1", size=8, colour=_GREY)
    made = OxmlElement("w:fldSimple")
    made.set(qn("w:instr"), name)
    paragraph._p.append(made)  # noqa: SLF001 - the library has no public way
    made.append(run._r)  # noqa: SLF001
