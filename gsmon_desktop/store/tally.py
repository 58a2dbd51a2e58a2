"""The tally: one row for each cell (region, service, branch, place) with all its counts in it.

A preview reads these rows, some thousands however many interviews there are, instead of every answer:

    interviews  complete interviews of the cell; a cell without any has no row
    scores      JSON: answers by item, {"result": [n1, n2, n3, n4, n5, dk]}
    facts       JSON: answers by role and value, {"red_tape yes": n}, of `ROLES` only, none of them personal

Triggers keep it equal to what a `GROUP BY` over `interview`, `score` and `fact` gives, in the writer's own
transaction and whatever the writer does. Part of migration m003: never edited, replaced by a later migration.
"""

from __future__ import annotations

from collections.abc import Iterator

CELL = ("region", "service", "branch", "place")
ROLES = (
    *("red_tape", "red_tape_kinds", "corruption", "extra_costs", "extra_costs_bearable"),
    *("ecp_used", "ecp_get", "ecp_use", "c1414_called", "c1414_speed", "c1414_complete"),
    *("corp_con", "corp_pension", "corp_real_estate", "corp_land", "egov_overall"),
    *("sex", "age", "legal_status", "residency", "access_needs", "channel", "login"),
    *("days_taken", "days_late"),
)
SCORES = ("1", "2", "3", "4", "5", "dk")

_TABLE = """CREATE TABLE tally (
        region TEXT NOT NULL, service TEXT NOT NULL, branch TEXT NOT NULL, place TEXT NOT NULL,
        interviews INTEGER NOT NULL, scores TEXT NOT NULL, facts TEXT NOT NULL,
        PRIMARY KEY (region, service, branch, place)
    ) STRICT"""
_ROLE = f"IN ({', '.join(repr(role) for role in ROLES)})"


def statements() -> Iterator[str]:
    """The table, what it holds of the interviews there are, and the triggers that keep it."""
    yield _TABLE
    yield FILL
    for event, row in (
        ("INSERT", "NEW"),
        ("DELETE", "OLD"),
        (f"UPDATE OF status, outcome, {', '.join(CELL)}", ""),
    ):
        yield from _interview_triggers(event, row)
    yield from _score_triggers()
    yield from _fact_triggers()


def _counted(row: str) -> str:
    return f"{row}.status = 'finished' AND {row}.outcome = 'complete'"


def _cell(row: str) -> str:
    return ", ".join(f"{row}.{name}" for name in CELL)


# ------------------------------------------------------------------------------ two texts of counts


def _scores(rows: str, sign: int) -> str:
    """The cell's scores with `rows` (a SELECT of item and score) added or taken away."""
    theirs = ", ".join(f"{sign} * (score = '{score}')" for score in SCORES)
    return _scores_with(f"SELECT item, {theirs} FROM ({rows})")


def _scores_with(counts: str) -> str:
    """The cell's scores with `counts` (a SELECT of item and its six numbers) added."""
    names = [f"n{at}" for at in range(len(SCORES))]
    sums = ", ".join(f"sum({name}) AS {name}" for name in names)
    left = " OR ".join(f"sum({name})" for name in names)
    return f"""(SELECT json_group_object(item, json_array({", ".join(names)})) FROM (
            SELECT item, {sums} FROM (
                SELECT key AS item, {_OURS} FROM json_each(tally.scores)
                UNION ALL {counts})
            GROUP BY item HAVING {left}))"""


_OURS = ", ".join(f"value ->> {at} AS n{at}" for at in range(len(SCORES)))


def _facts(rows: str, sign: int) -> str:
    """The cell's facts with `rows` (a SELECT of role and value) added or taken away."""
    return _facts_with(f"SELECT role || ' ' || value, {sign} FROM ({rows})")


def _facts_with(counts: str) -> str:
    """The cell's facts with `counts` (a SELECT of key and its number) added."""
    return f"""(SELECT json_group_object(key, n) FROM (
            SELECT key, sum(n) AS n FROM (
                SELECT key, value AS n FROM json_each(tally.facts)
                UNION ALL {counts})
            GROUP BY key HAVING sum(n)))"""


# ------------------------------------------------------------------------------------ triggers


def _interview_triggers(event: str, row: str) -> Iterator[str]:
    name = event.split(maxsplit=1)[0].lower()
    if row != "NEW":
        yield _trigger(f"interview_{name}_uncounted", event, "interview", _counted("OLD"), _take_interview())
    if row != "OLD":
        yield _trigger(f"interview_{name}_counted", event, "interview", _counted("NEW"), _add_interview())


def _add_interview() -> str:
    return f"""INSERT INTO tally VALUES ({_cell("NEW")}, 0, '{{}}', '{{}}') ON CONFLICT DO NOTHING;
        {_change_interview("NEW", 1)}"""


def _take_interview() -> str:
    return f"""{_change_interview("OLD", -1)}
        DELETE FROM tally WHERE ({", ".join(CELL)}) = ({_cell("OLD")}) AND interviews = 0;"""


def _change_interview(row: str, sign: int) -> str:
    scores = _scores(f"SELECT item, score FROM score WHERE interview = {row}.number", sign)
    facts = _facts(f"SELECT role, value FROM fact WHERE interview = {row}.number AND role {_ROLE}", sign)
    return f"""UPDATE tally SET interviews = interviews + {sign}, scores = {scores}, facts = {facts}
        WHERE ({", ".join(CELL)}) = ({_cell(row)});"""


def _score_triggers() -> Iterator[str]:
    yield """CREATE TRIGGER score_once BEFORE INSERT ON score
        WHEN EXISTS (SELECT 1 FROM score WHERE (interview, item) = (NEW.interview, NEW.item))
        BEGIN SELECT RAISE(ABORT, 'a score is taken and added, never changed'); END"""
    yield """CREATE TRIGGER score_kept BEFORE UPDATE ON score
        BEGIN SELECT RAISE(ABORT, 'a score is taken and added, never changed'); END"""
    for name, event, row, sign in (("added", "INSERT", "NEW", 1), ("taken", "DELETE", "OLD", -1)):
        merged = _scores(f"SELECT {row}.item AS item, {row}.score AS score", sign)
        yield _trigger(
            f"score_{name}", event, "score", _is_counted(row), _change_of(row, f"scores = {merged}")
        )


def _fact_triggers() -> Iterator[str]:
    yield f"""CREATE TRIGGER fact_once BEFORE INSERT ON fact WHEN NEW.role {_ROLE} AND EXISTS
        (SELECT 1 FROM fact WHERE (interview, role) = (NEW.interview, NEW.role))
        BEGIN SELECT RAISE(ABORT, 'a counted fact is taken and added, never changed'); END"""
    yield f"""CREATE TRIGGER fact_kept BEFORE UPDATE ON fact WHEN OLD.role {_ROLE} OR NEW.role {_ROLE}
        BEGIN SELECT RAISE(ABORT, 'a counted fact is taken and added, never changed'); END"""
    for name, event, row, sign in (("added", "INSERT", "NEW", 1), ("taken", "DELETE", "OLD", -1)):
        merged = _facts(f"SELECT {row}.role AS role, {row}.value AS value", sign)
        condition = f"{row}.role {_ROLE} AND {_is_counted(row)}"
        yield _trigger(f"fact_{name}", event, "fact", condition, _change_of(row, f"facts = {merged}"))


def quick_fact_triggers() -> Iterator[str]:
    """The triggers of added facts with the list of roles in their bodies (migration m010).

    SQLite builds a list of a condition anew for each row, needed or not: putting facts in took five times as
    long.
    """
    yield "DROP TRIGGER fact_once"
    yield "DROP TRIGGER fact_added"
    yield f"""CREATE TRIGGER fact_once BEFORE INSERT ON fact WHEN EXISTS
        (SELECT 1 FROM fact WHERE (interview, role) = (NEW.interview, NEW.role))
        BEGIN SELECT RAISE(ABORT, 'a counted fact is taken and added, never changed')
        WHERE NEW.role {_ROLE}; END"""
    merged = _facts("SELECT NEW.role AS role, NEW.value AS value", 1)
    change = _change_of("NEW", f"facts = {merged}").removesuffix(";") + f" AND NEW.role {_ROLE};"
    yield _trigger("fact_added", "INSERT", "fact", _is_counted("NEW"), change)


def _is_counted(row: str) -> str:
    return f"(SELECT {_counted('i')} FROM interview i WHERE i.number = {row}.interview)"


def _change_of(row: str, change: str) -> str:
    own = f"SELECT {', '.join(CELL)} FROM interview WHERE number = {row}.interview"
    return f"UPDATE tally SET {change} WHERE ({', '.join(CELL)}) = ({own});"


def _trigger(name: str, event: str, table: str, condition: str, body: str) -> str:
    return f"CREATE TRIGGER {name} AFTER {event} ON {table} WHEN {condition} BEGIN {body} END"


# ----------------------------------------------------------------------- what there is already

_COLUMNS = ", ".join(CELL)
_SUMS = ", ".join(f"sum(score = '{score}') AS n{at}" for at, score in enumerate(SCORES))
_ARRAY = ", ".join(f"n{at}" for at in range(len(SCORES)))
_FILL = f"""WITH counted AS MATERIALIZED (
        SELECT number, {_COLUMNS} FROM interview WHERE {_counted("interview")} /* which */
    ), cells AS (SELECT {_COLUMNS}, count(*) AS interviews FROM counted GROUP BY {_COLUMNS}
    ), items AS (
        SELECT {_COLUMNS}, item, {_SUMS} FROM counted JOIN score ON interview = number
        GROUP BY {_COLUMNS}, item
    ), told AS (
        SELECT {_COLUMNS}, role || ' ' || value AS key, count(*) AS n
        FROM counted JOIN fact ON interview = number WHERE role {_ROLE} GROUP BY {_COLUMNS}, key
    ), scores AS (
        SELECT {_COLUMNS}, json_group_object(item, json_array({_ARRAY})) AS scores
        FROM items GROUP BY {_COLUMNS}
    ), facts AS (
        SELECT {_COLUMNS}, json_group_object(key, n) AS facts FROM told GROUP BY {_COLUMNS}
    )
    INSERT INTO tally SELECT {_COLUMNS}, interviews, coalesce(scores, '{{}}'), coalesce(facts, '{{}}')
    FROM cells LEFT JOIN scores USING ({_COLUMNS}) LEFT JOIN facts USING ({_COLUMNS})"""
FILL = _FILL.replace("/* which */", "")
"""Counts all there is into an empty tally."""

# SELECT before ON CONFLICT needs a WHERE, or ON would belong to the join.
ADD = f"""{_FILL.replace("/* which */", "AND number BETWEEN :first AND :last")}
    WHERE true ON CONFLICT DO UPDATE SET interviews = interviews + excluded.interviews,
        scores = {_scores_with(f"SELECT key, {_OURS} FROM json_each(excluded.scores)")},
        facts = {_facts_with("SELECT key, value FROM json_each(excluded.facts)")}"""
"""Counts the interviews of a range of numbers too, none of which is counted yet."""
