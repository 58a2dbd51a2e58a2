"""Column headings of an XLSForm: which are known, and which one was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms.sheets import Sheets, plain_header
from gsmon_desktop.forms.views import Finding

_SURVEY = (
    "type name label hint guidance_hint required required_message relevant relevance constraint "
    "constraint_message calculation default appearance parameters choice_filter repeat_count readonly "
    "read_only trigger media image big-image audio video list_name bind body control instance disabled "
    "query intent save_to autoplay accuracythreshold"
)
_CHOICES = "list_name name label image big-image audio video media geometry"
_SETTINGS = (
    "form_title form_id version default_language instance_name public_key submission_url style auto_send "
    "auto_delete allow_choice_duplicates namespaces name title id_string sms_keyword sms_separator "
    "sms_allow_media sms_date_format sms_datetime_format attribute client_editable omit_instanceid "
    "clean_text_values instance_xmlns sms_response prefix delimiter compact_prefix compact_delimiter "
    "add_none_option entity_version set_form_title set_form_id"
)


@cache
def _known() -> dict[str, set[str]]:
    """Known headings by sheet: the reference's own, and the other spellings pyxform takes."""
    from pyxform import aliases

    return {
        "survey": {*_SURVEY.split(), *(name.lower() for name in aliases.survey_header)},
        "settings": set(_SETTINGS.split()),
        "choices": set(_CHOICES.split()),
    }


def unknown_columns(sheets: Sheets) -> Iterator[Finding]:
    """Headings pyxform would pass over in silence.

    One that is nearly a known heading is an error with the heading meant; any other is a warning, since
    authors keep notes in columns of their own. In the choices sheet further columns are filters, so only near
    misses count there.
    """
    for sheet, known in _known().items():
        headers = sheets.headers(sheet)
        used = {_bare(header) for header in headers}
        for header in headers:
            bare = _bare(header)
            if (
                not bare
                or bare in known
                or bare.startswith(("bind:", "instance:", "control:", "body:", "jr:"))
            ):
                continue
            near = _nearest(bare, known - used)
            if near or sheet != "choices":
                yield _finding(sheets, sheet, header, near)


def unserved(sheets: Sheets) -> Iterator[GsmonError]:
    """What a phone would do with the form and this program does not: entities, encryption by a public key."""
    if any(sheets.rows("entities")):
        yield GsmonError("form.no_entities", "entities!2")
    for number, row in enumerate(sheets.rows("settings"), 2):
        for header, value in row.items():
            if value and plain_header(header) == "public_key":
                yield GsmonError("form.no_encryption", sheets.place("settings", number, header))


def _nearest(bare: str, free: set[str]) -> str:
    found = get_close_matches(bare, sorted(free), 1, 0.8)
    if found:
        return found[0]
    # A heading cut short ("constrain", "instance_nam") or without its underscore.
    squeezed = bare.replace("_", "").replace("-", "")
    for name in sorted(free):
        other = name.replace("_", "").replace("-", "")
        if squeezed == other or (len(squeezed) >= 5 and other.startswith(squeezed)):
            return name
    return ""


def _finding(sheets: Sheets, sheet: str, header: str, near: str) -> Finding:
    code = "form.unknown_column_near" if near else "form.unknown_column"
    column = sheets.letter(sheet, header)
    return Finding(
        "error" if near else "warning",
        code,
        f"{sheet}!{column}1",
        sheet,
        1,
        column,
        {"name": header, "near": near},
    )


def _bare(header: str) -> str:
    bare = plain_header(header)
    head, _, tail = bare.partition(":")
    return (
        head
        if tail and head in ("label", "hint", "image", "audio", "video", "media")
        else re.sub(r"\s", "_", bare)
    )
