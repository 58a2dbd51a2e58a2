"""The house is as ARCHITECTURE.md draws it."""

from __future__ import annotations

import shutil
import subprocess
import tomllib

import pytest

from gsmon_desktop import __version__
from tests.conftest import ROOT

TOP_LEVEL = {
    *("gsmon_desktop", "ui", "resources", "tests", "build_specs", "pyproject.toml"),
    *(".ci", ".gitignore", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile"),
    *("README.md", "requirements.lock"),
}


def _tracked() -> list[str]:
    """Names of all files git keeps; skips where the tree is a copy and no clone."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("needs git and a clone")
    listing = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return listing.stdout.splitlines()


def test_top_level_holds_only_what_it_should() -> None:
    assert {name.split("/")[0] for name in _tracked()} == TOP_LEVEL


def test_every_python_folder_is_a_package() -> None:
    folders = {(ROOT / name).parent for name in _tracked() if name.endswith(".py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == [
        str(ROOT / "build_specs")
    ]


def test_files_keep_a_readers_size() -> None:
    lengths = {
        name: len((ROOT / name).read_text(encoding="utf-8").splitlines())
        for name in _tracked()
        if name.endswith(".py")
    }
    most = {name: 450 if name.startswith("tests/") else 400 for name in lengths}
    assert {name: lines for name, lines in lengths.items() if lines > most[name]} == {}


def test_one_version_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_no_text_file_has_windows_endings_or_leftovers() -> None:
    for name in _tracked():
        if name.endswith((".py", ".toml", ".md", ".csv", ".ts", ".sh", ".json")):
            content = (ROOT / name).read_bytes()
            assert b"\r\n" not in content, name
            assert b"<" * 7 + b" " not in content, name
