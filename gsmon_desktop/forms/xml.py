"""Reading XML safely: no document types, no entities, errors with their line."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element as Xml

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from gsmon_desktop.errors import GsmonError

DEEPEST = 100
"""Elements within elements; a form nested deeper than this is not one that people wrote."""


def parse_xml(text: str) -> Xml:
    """The document's root. Raises form.xml with line and column for broken XML, form.xml_unsafe for a
    document type, form.too_deep."""
    bare = re.sub(r"^\s*<\?xml[^>]*\?>", lambda found: re.sub(r"[^\n]", " ", found[0]), text.lstrip("\ufeff"))
    try:
        root: Xml = fromstring(bare, forbid_dtd=True)
    except ParseError as error:
        line, column = error.position
        reason = str(error).partition(":")[0]
        raise GsmonError("form.xml", line=line, column=column + 1, reason=reason) from error
    except DefusedXmlException as error:
        raise GsmonError("form.xml_unsafe") from error
    if _depth(root) > DEEPEST:
        raise GsmonError("form.too_deep", most=DEEPEST)
    return root


def _depth(root: Xml) -> int:
    """How deep elements are nested, counted level by level."""
    depth, level = 0, [root]
    while level and depth <= DEEPEST:
        depth += 1
        level = [child for node in level for child in node]
    return depth
