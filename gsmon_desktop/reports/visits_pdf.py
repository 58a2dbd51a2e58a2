"""Visit reports with their photos as PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer

from gsmon_desktop.reports import pdf
from gsmon_desktop.reports.pictures import Picture
from gsmon_desktop.reports.texts import Texts
from gsmon_desktop.reports.visits import Block, Line, Photo, Visit

Load = Callable[[str], Picture | None]
"""A photo's hash -> the picture, None where it cannot be read."""
_FRAME = 98 * mm
"""Height of a photo's frame: two of them with their captions fill a page."""
_MARKS = {"yes": ("✔", "#2E7D4F"), "no": ("✘", "#B2182B"), "na": ("–", "#6B7280"), "": ("", "#6B7280")}


class Framed(Flowable):
    """A photo in a frame of one height, read from the workspace only when its page is drawn."""

    def __init__(self, load: Callable[[], Picture | None], width: float, height: float, missing: str) -> None:
        super().__init__()
        self.width, self.height = width, height
        self._load, self._missing = load, missing

    def draw(self) -> None:
        """Draws the photo in the middle of its frame, or says that it cannot be read."""
        canvas: Any = self.canv
        canvas.setFillColor(pdf.STRIPE)
        canvas.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        shot = self._load()
        if shot is None:
            canvas.setFillColor(pdf.GREY)
            canvas.setFont(pdf.FONT, 9)
            canvas.drawCentredString(self.width / 2, self.height / 2, self._missing)
            return
        width, height = shot.fit(self.width, self.height)
        left, low = (self.width - width) / 2, (self.height - height) / 2
        canvas.picture(shot.jpeg, left, low, width, height)


def write(
    to: Path,
    reports: Sequence[Visit],
    load: Load,
    *,
    language: str,
    made: datetime,
    progress: pdf.Progress | None = None,
) -> Path:
    """Writes visits one after the other, each from a new page. Raises GsmonError ``file.…``."""
    texts = Texts("documents", language)
    story: list[Flowable] = []
    for each in reports:
        if story:
            story.append(PageBreak())
        story += _visit(each, load, texts)
    title = texts("visit.title") if len(reports) != 1 else f"{texts('visit.title')} · № {reports[0].number}"
    foot = texts("document.foot", title=title, made=made.strftime("%d.%m.%Y %H:%M"))
    return pdf.write(to, story, title=title, foot=foot, progress=progress)


def _visit(visit: Visit, load: Load, texts: Texts) -> Iterator[Flowable]:
    yield pdf.text(texts("visit.title"), pdf.TITLE)
    yield pdf.text(visit.title, pdf.SUBTITLE)
    if said := texts("document.russian_names"):
        yield pdf.text(said, pdf.NOTE)
    yield pdf.facts(visit.passport, pdf.room())
    if visit.blocks:
        yield from _summary(visit, texts)
    if visit.scores:
        yield from _scores(visit, texts)
    yield from _account(visit, texts)
    if visit.blocks:
        yield pdf.text(texts("visit.checklist"), pdf.HEADING)
        for block in visit.blocks:
            yield from _block(block, texts)
    yield from _photos(visit, load, texts)


def _summary(visit: Visit, texts: Texts) -> Iterator[Flowable]:
    """How many lines are in order, and every line that is not."""
    marks = visit.marks()
    asked = marks["yes"] + marks["no"]
    if not asked:
        return
    yield pdf.text(texts("visit.summary"), pdf.HEADING)
    share = texts.share(marks["yes"] / asked)
    yield pdf.text(texts("visit.in_order", yes=marks["yes"], asked=asked, share=share, na=marks["na"]))
    failed = visit.failed()
    if failed:
        rows = [row for title, line in failed for row in pdf.spread([title, line.label, line.comment])]
        width = pdf.room()
        heads = [texts("visit.block"), texts("visit.not_in_order"), texts("visit.comment")]
        yield Spacer(0, 2)
        yield pdf.grid(heads, rows, [width * 0.24, width * 0.46, width * 0.3])


def _scores(visit: Visit, texts: Texts) -> Iterator[Flowable]:
    width = pdf.room()
    rows: list[list[Any]] = [[label, Bar(score, width * 0.4), str(score)] for label, score in visit.scores]
    mean = visit.mean()
    rows.append([pdf.text(texts("visit.mean"), pdf.STRONG), "", texts.figure(mean or 0)])
    heads = [texts("visit.score_of"), "", texts("visit.score")]
    part = [
        pdf.text(texts("visit.scores"), pdf.HEADING),
        pdf.text(texts("visit.no_rating"), pdf.NOTE),
        pdf.grid(heads, rows, [width * 0.48, width * 0.42, width * 0.1], right=(2,)),
    ]
    yield KeepTogether(part)


class Bar(Flowable):
    """A score of 1 to 5 as five squares, as many filled."""

    def __init__(self, score: int, width: float) -> None:
        super().__init__()
        self.width, self.height, self._score = width, 9, score

    def draw(self) -> None:
        """Draws the squares in the colour of the score."""
        canvas: Any = self.canv
        step = self.width / 5
        for place in range(5):
            full = place < self._score
            canvas.setFillColor(pdf.SCORE_COLOURS[self._score - 1] if full else pdf.PALE)
            canvas.rect(place * step, 0, step - 2, self.height, stroke=0, fill=1)


def _account(visit: Visit, texts: Texts) -> Iterator[Flowable]:
    for label, told in visit.account:
        yield KeepTogether([pdf.text(label, pdf.HEADING), pdf.text(told)])
    for kind in ("barrier", "recommendation"):
        found = [each for each in visit.findings if each[0] == kind]
        if found:
            width = pdf.room()
            rows = [row for n, (_, *told) in enumerate(found, 1) for row in pdf.spread([str(n), *told])]
            heads = ["№", texts(f"visit.{kind}"), texts("visit.addressee")]
            table = pdf.grid(heads, rows, [width * 0.06, width * 0.6, width * 0.34])
            yield KeepTogether([pdf.text(texts(f"visit.{kind}s"), pdf.HEADING), table])


def _rows(line: Line) -> Iterator[list[Flowable]]:
    """A line of the checklist; more rows where the words or the answer are long."""
    sign, colour = _MARKS[line.mark]
    before = f'<font color="{colour}">{pdf.markup(sign)}</font> ' if sign else ""
    label = pdf.markup(line.label)
    for words, said in zip_longest(pdf.pieces(line.comment), pdf.pieces(line.text), fillvalue=""):
        if words:
            label += "<br/>" if label else ""
            label += f'<font color="#6B7280"><i>{pdf.markup(words)}</i></font>'
        yield [pdf.rich(label, pdf.CELL), pdf.rich(before + pdf.markup(said), pdf.CELL)]
        label = before = ""


def _block(block: Block, texts: Texts) -> Iterator[Flowable]:
    """One block of the checklist as a table; the shopper's words stand under the line."""
    width = pdf.room()
    rows = [row for line in block.lines for row in _rows(line)]
    if not rows:
        yield pdf.text(f"{block.title}: {block.note}")
        return
    yield CondPageBreak(30 * mm)
    yield Spacer(0, 5)
    yield pdf.grid([block.title, texts("visit.answer")], rows, [width * 0.62, width * 0.38])
    if block.note:
        yield Spacer(0, 2)
        yield pdf.text(block.note, pdf.NOTE)


def _photos(visit: Visit, load: Load, texts: Texts) -> Iterator[Flowable]:
    """Two photos a page with captions, time and place; the names of other recordings after them."""
    for number, photo in enumerate(visit.photos):
        if number % 2 == 0:
            yield PageBreak()
            yield pdf.text(texts("visit.photos"), pdf.HEADING)
        yield _photo(number + 1, photo, load, texts)
    if visit.files:
        yield pdf.text(texts("visit.files"), pdf.HEADING)
        for name, size in visit.files:
            yield pdf.text(texts("visit.file", name=name, size=texts.figure(size / 1_000_000, 1)))


def _photo(number: int, photo: Photo, load: Load, texts: Texts) -> Flowable:
    spot = [photo.about, photo.when, photo.where]
    return KeepTogether(
        [
            Framed(lambda: load(photo.sha256), pdf.room(), _FRAME, texts("visit.unreadable")),
            pdf.text(f"{texts('visit.photo')} {number}. {photo.caption}", pdf.CAPTION),
            pdf.text(" · ".join(each for each in spot if each), pdf.SMALL),
            Spacer(0, 8),
        ]
    )
