"""Reading XML safely: no document types, no entities, errors with their line."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element as Xml

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from gsmon_desktop.errors import GsmonError


def parse_xml(text: str) -> Xml:
    """The document's root. Raises form.xml with line and column for broken XML, form.xml_unsafe for a
    document type."""
    bare = re.sub(r"^\s*<\?xml[^>]*\?>", lambda found: re.sub(r"[^\n]", " ", found[0]), text.lstrip("\ufeff"))
    try:
        root: Xml = fromstring(bare, forbid_dtd=True)
    except ParseError as error:
        line, column = error.position
        reason = str(error).partition(":")[0]
        raise GsmonError("form.xml", line=line, column=column + 1, reason=reason) from error
    except DefusedXmlException as error:
        raise GsmonError("form.xml_unsafe") from error
    return root
