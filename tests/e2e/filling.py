"""A scripted interview, and what its acknowledged steps must have left, whatever ended it."""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gsmon_desktop.interviewing import doctor, resume
from gsmon_desktop.store import Workspace, interviews, local_now, media
from tests.interviewing.tools import PAPER

LAST_SAVED = {"/data/region": PAPER["/data/region"]}
"""What every interview but the first begins with."""
UNFINISHED_WORK = {"doctor.media_orphan", "doctor.leftover", "doctor.package_unknown"}
"""What an interrupted program may leave behind: known to the doctor, in nobody's way."""
_GIVEN = {*PAPER, "/data/phone", "/data/photo"}


@dataclass
class Model:
    """What acknowledged steps must have left."""

    values: dict[str, str] = field(default_factory=dict)
    rows: int = 1  # a repeat begins with one
    finished: bool = False

    def after(self, step: dict[str, Any]) -> Model:
        """The same with one step more."""
        values, rows = dict(self.values), self.rows
        match step:
            case {"set": path, "value": None}:
                values.pop(path, None)
            case {"set": path, "value": value}:
                values[path] = value
            case {"add": _}:
                rows += 1
            case {"attach": path}:
                taken = int(values.get(path, "photo-0.jpg").split("-")[1].split(".")[0])
                values[path] = f"photo-{taken + 1}.jpg"
            case {"finish": True}:
                return Model(values, rows, finished=True)
        return Model(values, rows)


def script(draw: random.Random, photo: Path, steps: int = 300) -> list[dict[str, Any]]:
    """Some steps and, at the end, all that is needed to finish."""
    made: list[dict[str, Any]] = []
    rows = 1
    for at in range(steps):
        kind = draw.random()
        if kind < 0.08:
            rows += 1
            made.append({"add": "/data/visit"})
        elif kind < 0.16:
            made.append({"attach": "/data/photo", "file": str(photo)})
        elif kind < 0.3:
            made.append({"set": f"/data/visit[{draw.randint(1, rows)}]/what", "value": f"ожидание {at}"})
        elif kind < 0.4:
            made.append({"set": "/data/phone", "value": None})
        else:
            path = draw.choice(["/data/town", "/data/phone"])
            made.append({"set": path, "value": f"жауап {at} " + "ұ" * draw.randint(0, 400)})
    made += [{"set": path, "value": value} for path, value in PAPER.items()]
    return [*made, {"finish": True}]


def sound(folder: Path) -> None:
    """The workspace opens and is whole; all the doctor finds is work that was not ended."""
    found = doctor.examine(folder, now=local_now).findings
    assert {finding.code for finding in found} <= UNFINISHED_WORK, found
    with Workspace.open(folder, now=local_now) as ws:
        assert ws.value("PRAGMA integrity_check") == "ok"
        assert ws.query("PRAGMA foreign_key_check") == []


def check(
    workspace: Path, steps: list[dict[str, Any]], replies: list[dict[str, Any]], begun: dict[str, str]
) -> str:
    """The workspace after one run; says how far the run had come. `begun`: what the interview began with."""
    sound(workspace)
    if not replies:
        return "before"
    assert all(reply["ok"] for reply in replies[1:])
    with Workspace.open(workspace, now=local_now) as ws:
        row = interviews.get(ws, replies[0]["interview"])
        done = len(replies) - 1
        model = Model(begun)
        for step in steps[:done]:
            model = model.after(step)
        ahead = model.after(steps[done]) if done < len(steps) else model
        assert _holds(ws, row, model) or _holds(ws, row, ahead), f"after {done} steps"
        for attached in media.of(ws, row.number):
            assert media.intact(ws.vault, attached.sha256)
        if row.status == "finished":
            (revision,) = interviews.revisions(ws, row.number)
            assert hashlib.sha256(revision["instance"].encode()).hexdigest() == row.hash
            assert ws.value("SELECT count(*) FROM score WHERE interview = ?", [row.number]) == 2
            return "after"
        kept = interviews.answers(ws, row.number)
        assert resume(ws, row.id, now=local_now).session.stored() == kept
        return "amid"


def _holds(ws: Workspace, row: interviews.Row, model: Model) -> bool:
    kept = interviews.answers(ws, row.number)
    given = {
        path: value
        for path, value in kept.items()
        if path in model.values or path in _GIVEN or "/what" in path
    }
    rows = sum(path.startswith("/data/visit[") and path.endswith("]") for path in kept)
    values = {path: value for path, value in given.items() if value}
    return (values, rows, row.status == "finished") == (model.values, model.rows, model.finished)
