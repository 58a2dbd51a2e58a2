"""Packages: the only thing that travels between a laptop and the central office.

A package is a zip of `manifest.json`, `interviews.jsonl`, `events.jsonl`, `forms/<hash>/…` and
`media/<sha256>`; `resources/exchange/*.schema.json` describe its documents.
"""

from gsmon_desktop.exchange.export import Exported, Held, export
from gsmon_desktop.exchange.manifest import FORMAT, Entry, Manifest, Record
from gsmon_desktop.exchange.reading import verify

__all__ = ["FORMAT", "Entry", "Exported", "Held", "Manifest", "Record", "export", "verify"]
