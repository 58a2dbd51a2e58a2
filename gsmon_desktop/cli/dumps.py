"""A program that crashes leaves no picture of its memory on the disk: answers and keys would be in it."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes

    _NO_FAULT_BOX = 0x0001 | 0x0002
    """SEM_FAILCRITICALERRORS and SEM_NOGPFAULTERRORBOX: Windows' error reporting makes no dump of us."""

    def forbid() -> None:
        """For this process and those it starts."""
        ctypes.windll.kernel32.SetErrorMode(_NO_FAULT_BOX)

else:
    import resource

    def forbid() -> None:
        """For this process and those it starts."""
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
