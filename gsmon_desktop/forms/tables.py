"""Long list files in a database of their own: read once a content, and a row becomes nodes only when it is
found.

The database stands in the cache of forms under the SHA-256 of the list's file and may be deleted at any time;
without a cache it is in memory, at a tenth of what nodes take. Columns are indexed when a filter first asks
for them. One that turns out damaged is made anew from the list's file.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG
from typing import Any, NamedTuple

import sqlcipher3.dbapi2 as driver

from gsmon_desktop.forms.tree import Node
from gsmon_desktop.forms.xpath import Column, StoredList

LONG = 64 * 1024
"""Bytes from which a list file counts as long; that is some thousand rows."""
MARK = 1
"""Changes whenever the tables do."""
WIDEST = 1000
"""Columns a table may have."""
_BATCH = 500
MOST_BYTES = 256 * 1024**2
"""What the folder of lists and forms made ready may take."""


class Rows(NamedTuple):
    """A list as a plain table: each row has a cell a column, None where it lacks it."""

    root: str
    item: str
    columns: Sequence[str]
    rows: Iterable[Sequence[str | None]]


Read = Callable[[], Rows | None]


class Table(StoredList):
    """The root of a long list. Its children are made when they are asked for, each once."""

    __slots__ = ("_again", "_columns", "_count", "_database", "_indexed", "_item", "_nodes")

    def __init__(self, database: driver.Connection, again: Callable[[], driver.Connection]) -> None:
        # Node's own would give it children.
        self.value, self.parent, self.attributes, self.relevant = "", None, None, True
        ((self.name, self._item, columns, self._count),) = database.execute("SELECT * FROM list")
        self._columns: dict[str, str] = {name: f"c{at}" for at, name in enumerate(json.loads(columns))}
        self._database = database
        self._again = again
        self._indexed: set[str] = set()
        self._nodes: dict[int, Node] = {}

    @property
    def children(self) -> list[Node]:  # type: ignore[override]
        """All rows, for expressions that look at each."""
        return self.rows(range(self._count))

    def rows(self, places: Iterable[int]) -> list[Node]:
        """The rows at some places, from 0."""
        made, wanted = self._nodes, list(places)
        missing = [place for place in wanted if place not in made]
        for start in range(0, len(missing), _BATCH):
            batch = missing[start : start + _BATCH]
            marks = ",".join("?" * len(batch))
            for place, *cells in self._ask(f"SELECT * FROM row WHERE place IN ({marks})", batch):
                made[place] = self._node(cells)
        return [made[place] for place in wanted]

    def column(self, path: Sequence[str], name: str) -> Column | None:
        """One of its columns, when the path leads to its rows."""
        names = path[1:] if path[0] == self.name else path
        return TableColumn(self, name) if list(names) == [self._item] else None

    def find(self, column: str, text: str) -> Node | None:
        """The first row that has this text in a column."""
        places = self.places(column, text)
        return self.rows(places[:1])[0] if places else None

    def places(self, column: str, text: str) -> list[int]:
        """Places of the rows that have this text in a column, in order."""
        own = self._index(column)
        found = self._ask(f"SELECT place FROM row WHERE {own} = ? ORDER BY place", [text]) if own else []
        return [place for (place,) in found]

    def without(self, column: str) -> list[int]:
        """Places of the rows that lack a column."""
        own = self._index(column)
        if not own:
            return list(range(self._count))
        return [place for (place,) in self._ask(f"SELECT place FROM row WHERE {own} IS NULL ORDER BY place")]

    def texts(self, column: str) -> Iterator[str]:
        """Every text in a column, once."""
        own = self._index(column)
        found = self._ask(f"SELECT DISTINCT {own} FROM row WHERE {own} IS NOT NULL") if own else []
        return (text for (text,) in found)

    def _node(self, cells: list[str | None]) -> Node:
        row = Node(self._item)
        row.parent = self
        for name, value in zip(self._columns, cells, strict=True):
            if value is not None:
                Node(name, value, row)
        return row

    def _index(self, column: str) -> str | None:
        """The column's own name, once it is indexed; None when there is no such column."""
        own = self._columns.get(column)
        if own is not None and own not in self._indexed:
            self._indexed.add(own)
            with suppress(driver.Error):  # a file that cannot be written is searched without
                self._database.execute(f"CREATE INDEX IF NOT EXISTS by_{own} ON row ({own})")
        return own

    def _ask(self, question: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]]
        try:
            found = self._database.execute(question, values).fetchall()
        except driver.DatabaseError:
            self._database = self._again()
            found = self._database.execute(question, values).fetchall()
        return found


class TableColumn(Column):
    """A column of a table, as filters look it up."""

    __slots__ = ("_name", "_table")

    def __init__(self, table: Table, name: str) -> None:
        super().__init__(table)
        self._table = table
        self._name = name

    def rows(self, places: Iterable[int] | None = None) -> list[Node]:
        """The rows at some places; all without."""
        return self._table.children if places is None else self._table.rows(places)

    def texts(self) -> Iterator[str]:
        """Every text in it."""
        return self._table.texts(self._name)

    def places_of(self, text: str) -> list[int]:
        """Places of the rows with a text; a row without the column has "" there."""
        found = self._table.places(self._name, text)
        return found if text else sorted(found + self._table.without(self._name))


def table(data: bytes, ending: str, folder: Path | None, read: Read) -> Table | None:
    """The root of a long list; None where its rows are no plain table.

    `read` gives the rows of the list's file, `data`; it is not asked when the folder keeps the table already.
    What it raises passes through.
    """
    digest = hashlib.sha256(data).hexdigest()
    file = None if folder is None else folder / f"{digest}.{ending}.{MARK}.list"

    def again() -> driver.Connection:
        built = _build(read())
        assert built is not None  # noqa: S101  (it was one before)
        return built

    kept = _opened(file, again)
    if kept is not None:
        return kept
    built = _build(read())
    if built is None:
        return None
    _keep(built, file)
    return _opened(file, again) or Table(built, again)


def _opened(file: Path | None, again: Callable[[], driver.Connection]) -> Table | None:
    if file is None or not file.is_file():
        return None
    try:
        place = f"{file.resolve().as_uri()}?mode=rw"
        return Table(driver.connect(place, uri=True, check_same_thread=False, isolation_level=None), again)
    except (driver.Error, ValueError):
        return None


def _build(found: Rows | None) -> driver.Connection | None:
    """The database of a list in memory; None where it cannot be kept in one."""
    if found is None:
        return None
    database = driver.connect(":memory:", check_same_thread=False, isolation_level=None)
    names = [f"c{at}" for at in range(len(found.columns))]
    marks = ",".join("?" * (len(names) + 1))
    try:
        database.execute(f"CREATE TABLE row (place INTEGER PRIMARY KEY, {', '.join(names)})")
        database.execute("BEGIN")
        numbered = ((place, *row) for place, row in enumerate(found.rows))
        database.executemany(f"INSERT INTO row VALUES ({marks})", numbered)
        database.execute(
            "CREATE TABLE list AS SELECT ? AS name, ? AS item, ? AS columns, count(*) AS count FROM row",
            [found.root, found.item, json.dumps(list(found.columns))],
        )
        database.execute("COMMIT")
    except (driver.Error, UnicodeEncodeError):
        return None
    return database


def plain_rows(root: Node) -> Rows | None:
    """The rows of a list of nodes; None where one has attributes, another name, anything nested, or its cells
    in another order."""
    columns: dict[str, int] = {}
    shapes: set[tuple[str, ...]] = set()
    for row in root.children:
        shape = tuple([cell.name for cell in row.children])
        nested = any(cell.children or cell.attributes for cell in row.children)
        if nested or row.attributes or not shape or row.name != root.children[0].name:
            return None
        if shape not in shapes:
            shapes.add(shape)
            at = [columns.setdefault(name, len(columns)) for name in shape]
            if at != sorted(set(at)):
                return None
    if not columns or root.attributes or len(columns) > WIDEST:
        return None
    cells = ({cell.name: cell.value for cell in row.children} for row in root.children)
    rows = ([row.get(name) for name in columns] for row in cells)
    return Rows(root.name, root.children[0].name, list(columns), rows)


def _keep(database: driver.Connection, file: Path | None) -> None:
    """Puts a database into the folder, whole or not at all; where that fails it stays in memory."""
    if file is None:
        return
    part = file.with_name(f".{file.name}.{secrets.token_hex(4)}.part")
    with suppress(OSError, driver.Error):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            database.execute("VACUUM INTO ?", [str(part)])
            part.replace(file)
            make_room(file.parent)
        finally:
            part.unlink(missing_ok=True)


def make_room(cache: Path) -> None:
    """Lets go of the oldest entries where all together take more than `MOST_BYTES`; the newest stays."""
    found: list[tuple[float, int, Path]] = []
    for file in cache.iterdir():
        with suppress(OSError):  # another program made room here just now
            state = file.stat()
            if S_ISREG(state.st_mode):
                found.append((state.st_mtime, state.st_size, file))
    entries = sorted(found, reverse=True)
    taken = 0
    for at, (_, size, file) in enumerate(entries):
        taken += size
        if at and taken > MOST_BYTES:
            with suppress(OSError):  # open somewhere, on Windows
                file.unlink()
