"""Charts native to Excel: services' scores as bars, the answers to each item stacked."""

from __future__ import annotations

from typing import Any

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties

from gsmon_desktop.reports import style
from gsmon_desktop.reports.context import Context
from gsmon_desktop.reports.scores import Block
from gsmon_desktop.reports.sheet import Sheet

_WIDTH = 30.0
"""Centimetres."""
_ROW = 0.56
_FRAME = 3.2
"""Centimetres of a bar, and of title and axis together."""
_ROW_HEIGHT = 0.53
"""Centimetres of a sheet's row, to place one chart under the other."""


def write(context: Context, services: Block | None, items: list[Block]) -> None:
    """Writes the sheet of charts; without figures there is none."""
    blocks = [block for block in items if block.last >= block.first]
    if services is None and not blocks:
        return
    sheet = context.sheet("charts", (9,) * 20)
    sheet.add((context.texts("sheet.charts"), style.TITLE))
    sheet.add((context.texts("workbook.preliminary"), style.NOTE))
    drawn = [_stacked(context, block) for block in blocks]
    if services is not None:
        drawn.append(_bars(context, services))
    at = 4
    for chart in drawn:
        if at > 4:
            sheet.new_page(at)
        at = _place(sheet, chart, at)


def _place(sheet: Sheet, chart: BarChart, at: int) -> int:
    sheet.sheet.add_chart(chart, f"A{at}")
    return at + int(chart.height / _ROW_HEIGHT) + 3


def _bars(context: Context, block: Block) -> Any:
    """One bar a service, the best on top."""
    chart = _horizontal(context.texts("chart.services"), block)
    chart.legend = None
    chart.gapWidth = 40
    values = Reference(block.sheet.sheet, min_col=block.values, min_row=block.first, max_row=block.last)
    series = Series(values, title=context.texts("score.score"))
    series.graphicalProperties = GraphicalProperties(solidFill="2E75B6")
    chart.append(series)
    _label(chart, block)
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 1, 5
    chart.y_axis.majorUnit = 0.5
    chart.y_axis.number_format = "0.0"
    chart.dataLabels = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False)
    chart.dataLabels.numFmt = style.SCORE
    chart.dataLabels.txPr = _small(800)
    return chart


def _stacked(context: Context, block: Block) -> Any:
    """The answers 1 to 5 of each item as parts of a whole."""
    chart = _horizontal(context.texts("chart.items", form=block.name.lower()), block)
    chart.grouping, chart.overlap, chart.gapWidth = "percentStacked", 100, 45
    for number, colour in enumerate(style.SCORE_COLOURS):
        column = block.values + number
        values = Reference(block.sheet.sheet, min_col=column, min_row=block.first, max_row=block.last)
        series = Series(values, title=str(number + 1))
        series.graphicalProperties = GraphicalProperties(solidFill=colour)
        series.graphicalProperties.line = LineProperties(solidFill="FFFFFF", w=6350)
        chart.append(series)
    _label(chart, block)
    chart.legend.position = "t"
    chart.y_axis.number_format = "0%"
    return chart


def _horizontal(title: str, block: Block) -> Any:
    chart: Any = BarChart()  # openpyxl's descriptors take more than its types say
    chart.type, chart.style = "bar", 10
    chart.title = title
    chart.title.tx.rich.paragraphs[0].pPr = ParagraphProperties(defRPr=CharacterProperties(sz=1300, b=True))
    chart.title.overlay = False
    chart.width, chart.height = _WIDTH, _FRAME + _ROW * (block.last - block.first + 1)
    chart.x_axis.scaling.orientation = "maxMin"  # the table's first row on top
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.txPr = chart.y_axis.txPr = _small(800)
    chart.x_axis.tickLblSkip = 1
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=style.LINE))
    chart.y_axis.crosses = "max"
    return chart


def _label(chart: Any, block: Block) -> None:
    chart.set_categories(
        Reference(block.sheet.sheet, min_col=block.labels, min_row=block.first, max_row=block.last)
    )


def _small(size: int) -> RichText:
    """Text properties of axes and labels; `size` in hundredths of a point."""
    plain = CharacterProperties(latin=Font(typeface="Calibri"), sz=size)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=plain), endParaRPr=plain)])
