"""Documents opened by other programs: text and pictures of their pages."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image


def text_of(pdf: Path) -> str:
    """The words of a PDF as poppler reads them, one space between two."""
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext is not installed")
    done = subprocess.run([tool, "-layout", str(pdf), "-"], check=True, capture_output=True, timeout=60)
    return " ".join(done.stdout.decode("utf-8").split())


def pages(pdf: Path, folder: Path) -> list[Image.Image]:
    """The pages of a PDF as small pictures."""
    tool = shutil.which("pdftoppm")
    if tool is None:
        pytest.skip("pdftoppm is not installed")
    subprocess.run([tool, "-r", "40", "-png", str(pdf), str(folder / "page")], check=True, timeout=60)
    return [Image.open(io.BytesIO(file.read_bytes())) for file in sorted(folder.glob("page-*.png"))]


def as_pdf(document: Path, folder: Path) -> Path:
    """A Word or Excel file as LibreOffice prints it."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    subprocess.run(
        [
            office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--convert-to", "pdf", "--outdir", str(folder), str(document),
        ],
        check=True, capture_output=True, timeout=110,
    )  # fmt: skip
    return folder / f"{document.stem}.pdf"


def inked(page: Image.Image) -> float:
    """The part of a page that is not white."""
    grey = page.convert("L")
    return sum(grey.histogram()[:240]) / (grey.width * grey.height)
