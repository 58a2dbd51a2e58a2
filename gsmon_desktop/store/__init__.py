"""The workspace on disk: lock, schema and migrations, interviews, audit trail, media, copies."""

from gsmon_desktop.store.clock import Clock, Sitting, local_now, stamp
from gsmon_desktop.store.workspace import Workspace

__all__ = ["Clock", "Sitting", "Workspace", "local_now", "stamp"]
