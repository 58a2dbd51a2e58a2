"""Interviews long: one row an answer, for pivot tables and filters; comments stand beside their answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from gsmon_desktop.reports import style
from gsmon_desktop.reports.context import Context
from gsmon_desktop.reports.interviews import Answers, finished, template_of
from gsmon_desktop.reports.questions import Questionnaire, reader
from gsmon_desktop.reports.sheet import Layout, Value
from gsmon_desktop.reports.wide import row_numbers

MOST = 1_000_000
"""Rows of one sheet; Excel has 1,048,576. More answers go on in further sheets."""
_WIDTHS = (8, 24, 9, 56, 18, 40, 30)


def write(
    context: Context, questionnaire: Questionnaire, progress: Callable[[], None], *, most: int = MOST
) -> None:
    """Writes every answer of all finished interviews of a form, those the wide sheet has."""
    writer = _Writer(context, questionnaire, most)
    answers = Answers(questionnaire.repeats)
    comments = _comments(context, questionnaire)
    for interview in finished(context.ws, questionnaire.form_id):
        writer.write(interview.number, answers.of(interview.instance), comments.get(interview.number, {}))
        progress()
    writer.end()


def _comments(context: Context, questionnaire: Questionnaire) -> dict[int, dict[str, str]]:
    rows = context.ws.query(
        """SELECT c.interview, c.path, c.text FROM comment c JOIN interview i ON i.number = c.interview
           WHERE i.status = 'finished' AND i.form_id = ?""",
        [questionnaire.form_id],
    )
    found: dict[int, dict[str, str]] = {}
    for row in rows:
        found.setdefault(row["interview"], {})[row["path"]] = row["text"]
    return found


class _Writer:
    """Writes rows and begins another sheet when one is full. What can be said again is kept ready."""

    def __init__(self, context: Context, questionnaire: Questionnaire, most: int) -> None:
        self._context, self._questionnaire, self._most = context, questionnaire, most
        shown = [q for q in questionnaire.questions if context.personal or not q.personal]
        self._questions = {question.path: question for question in shown}
        self._readers = {question.path: reader(question) for question in shown}
        self._sheets = 0
        self._begin()

    def _begin(self) -> None:
        texts = self._context.texts
        self._sheets += 1
        title, about = texts("sheet.long"), texts("about.long")
        if self._context.questionnaires[0] is not self._questionnaire:
            title = f"{texts('sheet.rows')} {self._context.instrument(self._questionnaire)}"
            about = f"{about} · {self._questionnaire.title}"
        layout = Layout(_WIDTHS, frozen="B2", repeated="1:1")
        self._sheet = self._context.begin(title, layout, about)
        names = ("code", "row", "question", "value", "answer", "comment")
        self._sheet.all(
            style.HEADING, [texts("interview.number"), *(texts(f"long.{name}") for name in names)]
        )
        self._heads: dict[str, tuple[str | None, ...]] = {}
        self._cells: dict[tuple[str, str], tuple[str | None, ...]] = {}

    def write(self, number: int, answers: dict[str, str], comments: dict[str, str]) -> None:
        """The rows of one interview, in the order of its form."""
        place = self._sheet.safe(number)
        for path, value in answers.items():
            template = template_of(path)
            if template in self._questions:
                self._row(place, path, template, value, comments.get(path, ""))

    def _row(self, place: str | None, path: str, template: str, value: str, comment: str) -> None:
        if self._sheet.row > self._most:
            self.end()
            self._begin()
        head = self._heads.get(path)
        if head is None:
            head = self._heads[path] = tuple(self._head(path, template))
        said = self._said(template, value)
        note = (self._sheet.safe(comment),) if comment else ()
        self._sheet.ready((place, *head, *said, *note))

    def _head(self, path: str, template: str) -> Iterator[str | None]:
        question = self._questions[template]
        rows: Value = "; ".join(map(str, row_numbers(path)))
        rows = int(rows) if isinstance(rows, str) and rows.isdigit() else rows
        for value in (question.code, rows, question.label):
            yield self._sheet.safe(value)

    def _said(self, template: str, value: str) -> Sequence[str | None]:
        """The code and the words of an answer; words alone where nothing is chosen."""
        question = self._questions[template]
        if not question.selects:
            return (None, self._sheet.safe(self._readers[template](value)))
        kept = self._cells.get((template, value))
        if kept is None:
            cells = (self._sheet.safe(value), self._sheet.safe(self._readers[template](value)))
            kept = self._cells[template, value] = cells
        return kept

    def end(self) -> None:
        """Gives the sheet its filter buttons."""
        self._sheet.filter(1, len(_WIDTHS))
