"""The core of gsmon: forms, interviews, scores, packages. No Qt anywhere in it."""

__version__ = "0.1.0"
