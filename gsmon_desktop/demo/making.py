"""Makes a demo workspace: every interview goes through the form engine and the store, as if typed in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from gsmon_desktop import reference
from gsmon_desktop.demo import visits
from gsmon_desktop.demo.answers import FORM_ID, LANGUAGE, answers
from gsmon_desktop.demo.draw import Contact, contacts
from gsmon_desktop.demo.schedule import timetable
from gsmon_desktop.demo.sources import sources
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Form
from gsmon_desktop.interviewing import add_built_in, latest_form, record, start
from gsmon_desktop.store import Clock, Workspace

DRAFTS = 3
MARK = "demo"
"""The setting that says a workspace is a demo; it holds the seed."""
WHO = "Демонстрация"
DATABASE_FILES = ("gsmon.db", "gsmon.db-wal", "gsmon.db-shm")
RESULTS = "results"
"""The folder in the workspace for what a demo writes: workbook, package, picture."""
FOLDERS = ("media", "outbox", "logs", "backups", "quarantine", "reference", RESULTS)

Progress = Callable[[int, int], None]
"""Called with interviews made and interviews to make."""


def make(
    folder: Path,
    *,
    interviews: int,
    seed: int,
    now: Clock,
    passphrase: str | None = None,
    progress: Progress = lambda done, of: None,
) -> Workspace:
    """An open demo workspace in `folder`: that many complete interviews, and refusals, drafts, visits.

    A demo workspace already there is made anew. Raises GsmonError("demo.folder_taken") for a folder with
    anything else in it, and the store's errors.
    """
    _clear(folder, now, passphrase)
    rng = Random(seed)
    met = contacts(interviews, rng, sources())
    times = timetable(met, now(), rng)
    ws = Workspace.create(folder, now=now, name=WHO, role="supervisor", passphrase=passphrase)
    try:
        ws.settings[MARK] = str(seed)
        add_built_in(ws, now=now)
        form = latest_form(ws, FORM_ID)
        pairs = sorted(zip(met, times, strict=True), key=lambda pair: pair[1].started)
        for done, (contact, time) in enumerate(pairs, 1):
            record(
                ws,
                FORM_ID,
                answers(contact, form),
                started=time.started,
                finished=time.finished,
                interviewer=time.interviewer,
                now=now,
            )
            progress(done, len(pairs))
        visits.add(ws, reference.catalogue(), rng, now)
        _drafts(ws, form, met, now)
    except BaseException:
        ws.close()
        raise
    return ws


def _drafts(ws: Workspace, form: Form, met: list[Contact], now: Clock) -> None:
    """A few interviews broken off at different places, for the list of drafts."""
    complete = [contact for contact in met if contact.scores][:DRAFTS]
    for position, contact in enumerate(complete, 1):
        began = now() - timedelta(minutes=12 * position)
        interview = start(ws, FORM_ID, now=_stopped(began), language=LANGUAGE[contact.person.language])
        given = list(answers(contact, form).items())
        for path, value in given[: len(given) * position // (DRAFTS + 1)]:
            if interview.session.relevant(path) and interview.session.value(path) != value:
                interview.answer(path, value)
        missing = interview.session.missing()
        for page in interview.session.pages():
            if missing[0] in page.questions:
                interview.at(page.path, missing[0])


def _stopped(moment: datetime) -> Clock:
    return lambda: moment


def _clear(folder: Path, now: Clock, passphrase: str | None) -> None:
    """Empties a folder that holds an earlier demo; leaves anything else alone and says so."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return
    if not (folder / DATABASE_FILES[0]).is_file():
        raise GsmonError("demo.folder_taken", str(folder))
    with Workspace.open(folder, now=now, passphrase=passphrase) as ws:
        if MARK not in ws.settings:
            raise GsmonError("demo.folder_taken", str(folder))
    for name in DATABASE_FILES:
        (folder / name).unlink(missing_ok=True)
    for name in FOLDERS:
        shutil.rmtree(folder / name, ignore_errors=True)
