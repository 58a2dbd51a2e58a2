"""Where the caption of a photo goes: the form's own question for it, or the comment on the photo."""

from __future__ import annotations

from gsmon_desktop.forms import Session
from gsmon_desktop.interviewing import facts

ENDING = "_caption"


def caption_of(session: Session, path: str) -> str:
    """The path of the text question that stands beside the photo at `path` and is called after it
    (`photo`, `photo_caption`), as it is asked now; "" where the form has none."""
    place = path + ENDING
    asked = session.form.elements.get(facts.template(place))
    return place if asked is not None and asked.type == "text" and session.relevant(place) else ""
