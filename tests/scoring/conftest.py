"""The workspace of the interviewing tests: one small questionnaire with a bit of everything."""

from tests.interviewing.conftest import survey_folder, ws

__all__ = ["survey_folder", "ws"]
