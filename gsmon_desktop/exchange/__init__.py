"""Exchange: from the laptop to the central office and back, by packages, receipts and packs of settings.

A package is a zip of forms, interviews, manifest, signature and media, encrypted with age to whoever may read
it; ARCHITECTURE.md describes it, `resources/exchange/*.schema.json` its documents. The modules in the order
in which things happen: `export` makes packages, `giving` puts them somewhere, `receiving` takes in whatever
comes, `intake` one package, `receipts` say what became of it, `syncing` does all of it with a folder.
"""

from gsmon_desktop.exchange.checking import CHECKS
from gsmon_desktop.exchange.export import Held, make
from gsmon_desktop.exchange.giving import Exported, export
from gsmon_desktop.exchange.manifest import FORMAT, Entry, Manifest, Record
from gsmon_desktop.exchange.reading import verify
from gsmon_desktop.exchange.receiving import Received, receive
from gsmon_desktop.exchange.retrying import retry
from gsmon_desktop.exchange.standing import Refused, Standing, refused, standing
from gsmon_desktop.exchange.syncing import Synced, sync, target

__all__ = [
    "CHECKS",
    "FORMAT",
    "Entry",
    "Exported",
    "Held",
    "Manifest",
    "Received",
    "Record",
    "Refused",
    "Standing",
    "Synced",
    "export",
    "make",
    "receive",
    "refused",
    "retry",
    "standing",
    "sync",
    "target",
    "verify",
]
