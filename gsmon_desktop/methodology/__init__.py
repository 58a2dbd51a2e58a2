"""The methodology as data and formulas. Pure: no files, no database, no clock.

Everything here takes texts and numbers and gives frozen records; `gsmon_desktop.reference` reads the
shipped files.
"""
