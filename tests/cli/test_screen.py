"""A screen is one that answers."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from gsmon_desktop.cli.screen import has_screen

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets of X11 and Wayland")


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ":9731"},
        {"DISPLAY": "localhost:9731.0"},
        {"DISPLAY": "nonsense"},
        {"WAYLAND_DISPLAY": "wayland-9731", "XDG_RUNTIME_DIR": "/nowhere"},
    ],
)
def test_nobody_answers(environment: dict[str, str]) -> None:
    assert not has_screen(environment, "linux")


def test_a_display_that_answers_unless_drawing_goes_elsewhere(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        environment = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
        assert has_screen(environment, "linux")
        assert not has_screen({**environment, "QT_QPA_PLATFORM": "offscreen:size=1x1"}, "linux")


def test_other_systems_have_one() -> None:
    assert has_screen({}, "win32")
    assert has_screen({}, "darwin")
    assert not has_screen({"QT_QPA_PLATFORM": "offscreen"}, "win32")
