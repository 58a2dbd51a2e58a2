"""The tables of a workspace, as migrations: every change is added at the end, none is ever edited.

Children refer to `interview.number`, a small local integer; `interview.id` is its name in the world.
Times are ISO 8601 text with milliseconds and offset, so that text order is time order within one time zone
and the first ten characters are the interviewer's own day.
"""

from __future__ import annotations

from functools import cache

from sqlite_utils import Database, Migrations

from gsmon_desktop.store import exchanged, sought, tally, trail

APPLICATION_ID = 0x67736D6E
"""Marks our files in SQLite's header ("gsmn"): a stranger's database is never taken for a workspace."""

migrations = Migrations("gsmon")

_FIRST = (
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    # Every version of a form ever used is kept. `source` is the file it was added from (usually .xlsx).
    """CREATE TABLE form (
        hash TEXT PRIMARY KEY, form_id TEXT NOT NULL, version TEXT NOT NULL, title TEXT NOT NULL,
        xform TEXT NOT NULL, source_name TEXT NOT NULL, source BLOB NOT NULL, added TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX form_latest ON form (form_id, added)",
    """CREATE TABLE form_file (
        form_hash TEXT NOT NULL REFERENCES form (hash), name TEXT NOT NULL, content BLOB NOT NULL,
        PRIMARY KEY (form_hash, name)
    ) STRICT""",
    # status draft: being filled. outcome complete|refused|not_eligible is known once finished. region,
    # service, branch, place and interviewer repeat the answers with these roles, for lists and counts.
    # hash: SHA-256 of the frozen instance of the current revision, empty in a draft.
    """CREATE TABLE interview (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        form_id TEXT NOT NULL, form_hash TEXT NOT NULL REFERENCES form (hash),
        status TEXT NOT NULL CHECK (status IN ('draft', 'finished', 'deleted')),
        outcome TEXT NOT NULL DEFAULT '', revision INTEGER NOT NULL DEFAULT 1,
        device TEXT NOT NULL DEFAULT '', interviewer TEXT NOT NULL DEFAULT '',
        region TEXT NOT NULL DEFAULT '', service TEXT NOT NULL DEFAULT '',
        branch TEXT NOT NULL DEFAULT '', place TEXT NOT NULL DEFAULT '',
        language TEXT NOT NULL DEFAULT '', page TEXT NOT NULL DEFAULT '', question TEXT NOT NULL DEFAULT '',
        started TEXT NOT NULL, finished TEXT, seconds INTEGER NOT NULL DEFAULT 0,
        hash TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    "CREATE INDEX interview_started ON interview (started, status)",
    "CREATE INDEX interview_status ON interview (status, started)",
    "CREATE INDEX interview_service ON interview (service, started, status)",
    "CREATE INDEX interview_region ON interview (region, started, status)",
    "CREATE INDEX interview_interviewer ON interview (interviewer, started, status)",
    "CREATE INDEX interview_finished ON interview (finished, status, outcome)",
    "CREATE INDEX interview_form ON interview (form_id, status, finished)",
    "CREATE INDEX interview_done ON interview (status, outcome, service)",
    # One row a revision; its instance XML and hash are set once, at finish, and then frozen by the triggers.
    """CREATE TABLE revision (
        interview INTEGER NOT NULL REFERENCES interview (number), revision INTEGER NOT NULL,
        instance_id TEXT NOT NULL UNIQUE, reason TEXT NOT NULL DEFAULT '', opened TEXT NOT NULL,
        finished TEXT, seconds INTEGER NOT NULL DEFAULT 0, hash TEXT NOT NULL DEFAULT '',
        instance TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (interview, revision)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TRIGGER revision_frozen BEFORE UPDATE ON revision WHEN OLD.hash <> ''
        BEGIN SELECT RAISE(ABORT, 'a finished revision is frozen'); END""",
    """CREATE TRIGGER revision_kept BEFORE DELETE ON revision WHEN OLD.hash <> ''
        BEGIN SELECT RAISE(ABORT, 'a finished revision is kept'); END""",
    # Everything the session keeps (calculated and irrelevant values too), by path: /data/rep[2]/q.
    """CREATE TABLE answer (
        interview INTEGER NOT NULL REFERENCES interview (number), path TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (interview, path)
    ) STRICT, WITHOUT ROWID""",
    # The audit trail. ms: time since the sitting's event before, by the monotonic clock.
    """CREATE TABLE event (
        id INTEGER PRIMARY KEY AUTOINCREMENT, interview INTEGER REFERENCES interview (number),
        revision INTEGER NOT NULL DEFAULT 0, at TEXT NOT NULL, action TEXT NOT NULL,
        path TEXT NOT NULL DEFAULT '', old TEXT, new TEXT,
        who TEXT NOT NULL DEFAULT '', ms INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    "CREATE INDEX event_interview ON event (interview)",
    """CREATE TRIGGER event_not_changed BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END""",
    """CREATE TRIGGER event_not_deleted BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END""",
    """CREATE TABLE comment (
        interview INTEGER NOT NULL REFERENCES interview (number), path TEXT NOT NULL, text TEXT NOT NULL,
        at TEXT NOT NULL, who TEXT NOT NULL DEFAULT '', PRIMARY KEY (interview, path)
    ) STRICT, WITHOUT ROWID""",
    # A file is current while the answer at `path` holds `name`; earlier ones stay, so undo needs no file.
    """CREATE TABLE media (
        interview INTEGER NOT NULL REFERENCES interview (number), name TEXT NOT NULL, path TEXT NOT NULL,
        sha256 TEXT NOT NULL, size INTEGER NOT NULL, type TEXT NOT NULL,
        original TEXT NOT NULL, added TEXT NOT NULL,
        PRIMARY KEY (interview, name)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX media_sha256 ON media (sha256)",
    # Only of finished interviews: scores where the outcome is complete, facts always.
    """CREATE TABLE score (
        interview INTEGER NOT NULL REFERENCES interview (number), item TEXT NOT NULL,
        score TEXT NOT NULL CHECK (score IN ('1', '2', '3', '4', '5', 'dk')), PRIMARY KEY (interview, item)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE fact (
        interview INTEGER NOT NULL REFERENCES interview (number), role TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (interview, role)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX fact_value ON fact (role, value)",
    """CREATE TABLE package (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, file TEXT NOT NULL, made TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('made', 'sent', 'accepted', 'refused')),
        sha256 TEXT NOT NULL, interviews INTEGER NOT NULL, media INTEGER NOT NULL DEFAULT 0,
        size INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE package_interview (
        package INTEGER NOT NULL REFERENCES package (seq),
        interview INTEGER NOT NULL REFERENCES interview (number),
        revision INTEGER NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (interview, revision, package)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX package_contents ON package_interview (package)",
    # What the search box finds: normalised words of an interview, rowid = interview.number.
    """CREATE VIRTUAL TABLE interview_search
        USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3')""",
    f"PRAGMA application_id = {APPLICATION_ID}",
)


@migrations()
def m001_first_schema(db: Database) -> None:
    """The tables of version 0.1.0."""
    for statement in _FIRST:
        db.execute(statement)


_CELL = ("region", "service", "branch", "place")


def _counted(row: str) -> str:
    return f"{row}.status = 'finished' AND {row}.outcome = 'complete'"


def _add(source: str, condition: str = "true") -> str:
    return f"""INSERT INTO tally (region, service, branch, place, item, score, n)
        SELECT i.region, i.service, i.branch, i.place, s.item, s.score, 1 FROM {source} WHERE {condition}
        ON CONFLICT DO UPDATE SET n = n + 1;"""


def _take(cell: str, where: str) -> str:
    return f"""UPDATE tally SET n = n - 1 WHERE (region, service, branch, place) = ({cell}) AND {where};
        DELETE FROM tally WHERE (region, service, branch, place) = ({cell}) AND {where} AND n = 0;"""


_OLD_CELL = ", ".join(f"OLD.{name}" for name in _CELL)
_OWN_CELL = f"SELECT {', '.join(_CELL)} FROM interview WHERE number = OLD.interview"

_OLD_SCORES = "(item, score) IN (SELECT item, score FROM score WHERE interview = OLD.number)"

_SECOND = (
    "ALTER TABLE event ADD COLUMN salt TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE event ADD COLUMN seal TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE event ADD COLUMN hash TEXT NOT NULL DEFAULT ''",
    # Answers of complete interviews by cell, item and score: what a `GROUP BY` gives. Triggers keep
    # it equal whatever writes scores or interviews, in the writer's own transaction.
    """CREATE TABLE tally (
        region TEXT NOT NULL, service TEXT NOT NULL, branch TEXT NOT NULL, place TEXT NOT NULL,
        item TEXT NOT NULL, score TEXT NOT NULL, n INTEGER NOT NULL,
        PRIMARY KEY (region, service, branch, place, item, score)
    ) STRICT, WITHOUT ROWID""",
    """INSERT INTO tally SELECT region, service, branch, place, item, score, count(*) FROM interview
        JOIN score ON interview = number WHERE status = 'finished' AND outcome = 'complete'
        GROUP BY region, service, branch, place, item, score""",
    f"""CREATE TRIGGER score_added AFTER INSERT ON score BEGIN
        {_add("interview i, (SELECT NEW.item AS item, NEW.score AS score) s",
              f"i.number = NEW.interview AND {_counted('i')}")} END""",
    f"""CREATE TRIGGER score_taken AFTER DELETE ON score
        WHEN (SELECT {_counted("i")} FROM interview i WHERE i.number = OLD.interview) BEGIN
        {_take(_OWN_CELL, "(item, score) = (OLD.item, OLD.score)")} END""",
    """CREATE TRIGGER score_kept BEFORE UPDATE ON score
        BEGIN SELECT RAISE(ABORT, 'a score is taken and added, never changed'); END""",
    f"""CREATE TRIGGER interview_uncounted AFTER UPDATE OF status, outcome, region, service, branch, place
        ON interview WHEN {_counted("OLD")} BEGIN
        {_take(_OLD_CELL, _OLD_SCORES)} END""",
    f"""CREATE TRIGGER interview_counted AFTER UPDATE OF status, outcome, region, service, branch, place
        ON interview WHEN {_counted("NEW")} BEGIN
        {_add("interview i JOIN score s ON s.interview = i.number", "i.number = NEW.number")} END""",
)  # fmt: skip


@migrations()
def m002_trail_and_tally(db: Database) -> None:
    """The hash chain of the audit trail (values may be wiped with their salt) and the tally of scores."""
    for statement in _SECOND:
        db.execute(statement)
    db.execute("DROP TRIGGER event_not_changed")
    trail.seal_all(db)
    same = " AND ".join(f"NEW.{name} IS OLD.{name}" for name in (*trail.FIELDS, "seal", "hash"))
    db.execute(
        f"""CREATE TRIGGER event_not_changed BEFORE UPDATE ON event
        WHEN NOT ({same} AND NEW.old IS NULL AND NEW.new IS NULL AND NEW.salt = '')
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END"""
    )


@migrations()
def m003_tally_of_cells(db: Database) -> None:
    """The tally becomes one row a cell, and counts facts too."""
    for trigger in ("score_added", "score_taken", "score_kept", "interview_uncounted", "interview_counted"):
        db.execute(f"DROP TRIGGER {trigger}")
    db.execute("DROP TABLE tally")
    for statement in tally.statements():
        db.execute(statement)


@migrations()
def m004_quarantine(db: Database) -> None:
    """Broken interviews put aside (quarantine.py): `why` is a finding's code, `status` the one they had."""
    db.execute(
        """CREATE TABLE quarantine (
        interview INTEGER PRIMARY KEY REFERENCES interview (number), at TEXT NOT NULL,
        why TEXT NOT NULL, status TEXT NOT NULL
    ) STRICT"""
    )


_SENT = """EXISTS (SELECT 1 FROM package_interview p
            WHERE p.interview = {row}.number AND p.revision = {row}.revision)"""

_FIFTH = (
    # Whether a package holds the current revision: kept here, so that lists and counts need not look it up.
    "ALTER TABLE interview ADD COLUMN sent INTEGER NOT NULL DEFAULT 0",
    f"UPDATE interview SET sent = 1 WHERE {_SENT.format(row='interview')}",
    """CREATE TRIGGER interview_sent AFTER INSERT ON package_interview BEGIN
        UPDATE interview SET sent = 1 WHERE (number, revision) = (NEW.interview, NEW.revision); END""",
    f"""CREATE TRIGGER interview_unsent AFTER DELETE ON package_interview BEGIN
        UPDATE interview SET sent = {_SENT.format(row="interview")} WHERE number = OLD.interview; END""",
    f"""CREATE TRIGGER interview_revised AFTER UPDATE OF revision ON interview BEGIN
        UPDATE interview SET sent = {_SENT.format(row="NEW")} WHERE number = NEW.number; END""",
    "CREATE INDEX interview_by_sent ON interview (sent, started, status)",
    "CREATE INDEX interview_by_seconds ON interview (seconds, started, status)",
)


@migrations()
def m005_sent_and_seconds(db: Database) -> None:
    """Lists of interviews sort by whether they were sent and by how long they took."""
    for statement in _FIFTH:
        db.execute(statement)


_PHOTOS = (
    # Of photos, read from their tags before those were stripped; source: SHA-256 of the file a photo was made
    # from; original_of: the name of the photo made from this file, which is kept beside it.
    "ALTER TABLE media ADD COLUMN taken TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE media ADD COLUMN latitude REAL",
    "ALTER TABLE media ADD COLUMN longitude REAL",
    "ALTER TABLE media ADD COLUMN accuracy REAL",
    "ALTER TABLE media ADD COLUMN width INTEGER",
    "ALTER TABLE media ADD COLUMN height INTEGER",
    "ALTER TABLE media ADD COLUMN source TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE media ADD COLUMN original_of TEXT NOT NULL DEFAULT ''",
)


@migrations()
def m006_photos(db: Database) -> None:
    """What photos tell of their moment, place and origin."""
    for statement in _PHOTOS:
        db.execute(statement)


_PERSONAL = (
    # wiped: SHA-256 of what is left of the instance, wiped_at: when; empty while it is whole.
    "ALTER TABLE revision ADD COLUMN wiped TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE revision ADD COLUMN wiped_at TEXT NOT NULL DEFAULT ''",
    "DROP TRIGGER revision_frozen",
    """CREATE TRIGGER revision_frozen BEFORE UPDATE ON revision WHEN OLD.hash <> '' AND NOT (
        OLD.wiped = '' AND NEW.wiped <> '' AND NEW.interview IS OLD.interview AND NEW.revision IS OLD.revision
        AND NEW.instance_id IS OLD.instance_id AND NEW.reason IS OLD.reason AND NEW.opened IS OLD.opened
        AND NEW.finished IS OLD.finished AND NEW.seconds IS OLD.seconds AND NEW.hash IS OLD.hash)
        BEGIN SELECT RAISE(ABORT, 'a finished revision is frozen'); END""",
    # accepted: when HQ's receipt came. A receipt noted without its time has come now.
    "ALTER TABLE package ADD COLUMN accepted TEXT NOT NULL DEFAULT ''",
    """CREATE TRIGGER package_accepted AFTER UPDATE OF state ON package
        WHEN NEW.state = 'accepted' AND NEW.accepted = ''
        BEGIN UPDATE package SET accepted = strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now') WHERE seq = NEW.seq;
        END""",
    "UPDATE package SET accepted = strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now') WHERE state = 'accepted'",
)


@migrations()
def m007_personal_data_wiped(db: Database) -> None:
    """Frozen instances may lose their personal values, and packages know when HQ's receipt came."""
    for statement in _PERSONAL:
        db.execute(statement)


@migrations()
def m008_exchange(db: Database) -> None:
    """Keys and known devices, packages taken in, receipts, conflicts, what was set aside, foreign events."""
    for statement in exchanged.STATEMENTS:
        db.execute(statement)


@migrations()
def m009_packs(db: Database) -> None:
    """Packs of settings from the central office."""
    for statement in exchanged.PACKS:
        db.execute(statement)


@migrations()
def m010_quick_facts(db: Database) -> None:
    """Facts go in five times as fast."""
    for statement in tally.quick_fact_triggers():
        db.execute(statement)


@migrations()
def m011_hidden(db: Database) -> None:
    """Files that show what a later version of a photo hides are known, so that they can be removed."""
    db.execute("ALTER TABLE media ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0")


@migrations()
def m012_second_entry(db: Database) -> None:
    """Paper interviews typed in twice: `draft` repeats `revision` of `interview`, blind. `settled` is when
    the two were compared: so many questions `compared`, `differing`, and `corrected` in the first."""
    db.execute(
        """CREATE TABLE second_entry (
        draft INTEGER PRIMARY KEY REFERENCES interview (number),
        interview INTEGER NOT NULL REFERENCES interview (number), revision INTEGER NOT NULL,
        who TEXT NOT NULL, began TEXT NOT NULL, settled TEXT NOT NULL DEFAULT '',
        compared INTEGER NOT NULL DEFAULT 0, differing INTEGER NOT NULL DEFAULT 0,
        corrected INTEGER NOT NULL DEFAULT 0
    ) STRICT"""
    )
    db.execute("CREATE INDEX second_entry_by_interview ON second_entry (interview)")


@migrations()
def m013_facts_sought(db: Database) -> None:
    """Only facts looked for by their role stand in an index: finishing writes half as many pages."""
    db.execute("DROP INDEX fact_value")
    db.execute(sought.INDEX)


@migrations()
def m014_clocks(db: Database) -> None:
    """Clocks that run while an interview is filled outlive the window."""
    db.execute(
        """CREATE TABLE clock (
        interview INTEGER NOT NULL REFERENCES interview (number), path TEXT NOT NULL,
        started TEXT NOT NULL, marks TEXT NOT NULL DEFAULT '[]', PRIMARY KEY (interview, path)
    ) STRICT, WITHOUT ROWID"""
    )


@migrations()
def m015_withdrawn(db: Database) -> None:
    """Packages taken in tell which earlier ones of their device nobody need wait for: a JSON list."""
    db.execute("ALTER TABLE intake ADD COLUMN withdrawn TEXT NOT NULL DEFAULT '[]'")


@cache
def known() -> frozenset[str]:
    """The names of all migrations this program has; a file that went through others is newer than it."""
    with Database(memory=True) as nothing:
        return frozenset(each.name for each in migrations.pending(nothing))
