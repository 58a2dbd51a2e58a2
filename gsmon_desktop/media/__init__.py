"""What is attached to answers: what kind of file it is, told by its content, and photos made fit to keep."""

from gsmon_desktop.media.kinds import Kind, claimed, kind_of, sniff
from gsmon_desktop.media.photo import LONGEST, MOST_BYTES, Photo, prepare, thumbnail

__all__ = [
    "LONGEST",
    "MOST_BYTES",
    "Kind",
    "Photo",
    "claimed",
    "kind_of",
    "prepare",
    "sniff",
    "thumbnail",
]
