"""What is attached to answers: what kind of file it is, told by its content, and photos made fit to keep."""

from gsmon_desktop.media.edits import CELLS, Box, Crop, Edit, Hide, Turn, edited
from gsmon_desktop.media.kinds import Kind, claimed, kind_of, sniff
from gsmon_desktop.media.photo import LONGEST, MOST_BYTES, Photo, prepare, thumbnail

__all__ = [
    "CELLS",
    "LONGEST",
    "MOST_BYTES",
    "Box",
    "Crop",
    "Edit",
    "Hide",
    "Kind",
    "Photo",
    "Turn",
    "claimed",
    "edited",
    "kind_of",
    "prepare",
    "sniff",
    "thumbnail",
]
