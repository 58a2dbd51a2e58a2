"""Demo data that follows the published figures, to learn the program on and to test it with."""

from gsmon_desktop.demo.making import Progress, make

__all__ = ["Progress", "make"]
