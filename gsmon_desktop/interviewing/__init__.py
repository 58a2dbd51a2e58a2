"""Interviews: forms and the store brought together, so that every accepted answer is on the disk."""

from gsmon_desktop.interviewing.account import Account, account, told
from gsmon_desktop.interviewing.audit import audit_csv, write_audit
from gsmon_desktop.interviewing.captions import caption_of
from gsmon_desktop.interviewing.elsewhere import (
    Elsewhere,
    continued,
    forget_continued,
    go_on_elsewhere,
    note_continued,
)
from gsmon_desktop.interviewing.formbook import add_built_in, add_form, kept_form, latest_form
from gsmon_desktop.interviewing.interview import Interview
from gsmon_desktop.interviewing.moving import fit, move
from gsmon_desktop.interviewing.overview import Today, suggestions, summary
from gsmon_desktop.interviewing.recording import record
from gsmon_desktop.interviewing.sittings import Deletion, delete, reopen, resume, start, take_back, undelete

__all__ = [
    "Account",
    "Deletion",
    "Elsewhere",
    "Interview",
    "Today",
    "account",
    "add_built_in",
    "add_form",
    "audit_csv",
    "caption_of",
    "continued",
    "delete",
    "fit",
    "forget_continued",
    "go_on_elsewhere",
    "kept_form",
    "latest_form",
    "move",
    "note_continued",
    "record",
    "reopen",
    "resume",
    "start",
    "suggestions",
    "summary",
    "take_back",
    "told",
    "undelete",
    "write_audit",
]
