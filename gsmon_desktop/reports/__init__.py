"""Reports over a workspace: the Excel workbook."""

from gsmon_desktop.reports.workbook import Progress, workbook

__all__ = ["Progress", "workbook"]
