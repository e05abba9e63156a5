"""Briefs as Word documents in the office programs that people have."""

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from tests.flow.briefs import desk, requests_of

from corro import build
from corro.pipeline.drafts import write_brief

ROOT = Path(__file__).resolve().parents[2]
OFFICE = shutil.which("soffice")


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed (Debian: libreoffice-writer-nogui)")
def test_libreoffice_opens_every_brief(tmp_path: Path) -> None:
    """Each brief of acceptance opens in LibreOffice, and its sentences, footnotes and marking are there when it prints them."""
    record = tmp_path / "mali.record"
    build(ROOT / "samples" / "mali", record)
    for name, request in requests_of(record).items():
        out = tmp_path / f"{name}.docx"
        write_brief(request, out, desk(record))
        profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
        subprocess.run(
            [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, out], check=True, timeout=180
        )
        document = pypdfium2.PdfDocument(tmp_path / f"{name}.pdf")
        text = " ".join(page.get_textpage().get_text_range() for page in document)
        document.close()
        assert ("UNCLASSIFIED" if request.language == "en" else "NON CLASSIFIÉ") in text
        assert ("Characters " if request.language == "en" else "Caractères ") in text
