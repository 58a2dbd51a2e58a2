"""Questionnaires: XLSForm and XForm files become a `Form`, a `Form` is filled in a `Session`. Headless."""

from gsmon_desktop.forms.check import check
from gsmon_desktop.forms.definition import Element, Form, language_code
from gsmon_desktop.forms.moving import Fit, Left, move
from gsmon_desktop.forms.remarks import Marks
from gsmon_desktop.forms.session import Session
from gsmon_desktop.forms.views import Change, Choice, Finding, Page, Problem, Question, Report
from gsmon_desktop.forms.xform import from_xform
from gsmon_desktop.forms.xlsform import load, reopen

__all__ = [
    "Change",
    "Choice",
    "Element",
    "Finding",
    "Fit",
    "Form",
    "Left",
    "Marks",
    "Page",
    "Problem",
    "Question",
    "Report",
    "Session",
    "check",
    "from_xform",
    "language_code",
    "load",
    "move",
    "reopen",
]
