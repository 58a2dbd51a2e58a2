"""Reports over a workspace: the Excel workbook, linear and cross tables."""

from gsmon_desktop.reports.crossings import write_tables
from gsmon_desktop.reports.listing import write_list
from gsmon_desktop.reports.workbook import Progress, workbook

__all__ = ["Progress", "workbook", "write_list", "write_tables"]
