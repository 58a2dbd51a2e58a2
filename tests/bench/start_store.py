"""Opens the workspace the first argument names, lists and previews it; prints its memory's peak in MB."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from gsmon_desktop import reference, scoring
from gsmon_desktop.store import Workspace, interviews, local_now

if __name__ == "__main__":
    with Workspace.open(Path(sys.argv[1]), now=local_now) as ws:
        interviews.list(ws, text="по")
        interviews.count(ws, text="по")
        scoring.preview(ws, reference.edition(), reference.catalogue())
        scoring.fact_scores(ws, reference.edition(), reference.catalogue())
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
