"""The seal is judged by strangers' software: pdfsig of poppler-utils."""

import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from sala.infra.keys import making

from ..logic.compose import compose_sheet
from ..logic.rendering import Renderer
from ..logic.sealing import Sealer
from . import samples

needs_pdfsig = pytest.mark.skipif(
    shutil.which("pdfsig") is None, reason="pdfsig is not installed (make system-packages)"
)


@pytest.fixture(scope="module")
def sealer() -> Sealer:
    """Seal with a key and a chain made for this test."""
    material, public = making.RECIPES["seal"]()
    key = serialization.load_der_private_key(material, password=None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    return Sealer(key=key, certificates=(public["certificate"], public["issuer"]))


@pytest.fixture(scope="module")
def sealed(renderer: Renderer, sealer: Sealer) -> bytes:
    """Give the certificate of the samples, sealed."""
    pdf = renderer.render(compose_sheet(samples.certificate(), samples.stamp()), at=samples.MORNING)
    return sealer.seal(pdf, reason="หนังสือรับรองการแจ้ง", at=samples.MORNING)


def judged(pdf: bytes, folder: Path) -> str:
    """Ask pdfsig what it thinks of a PDF."""
    file = folder / "document.pdf"
    file.write_bytes(pdf)
    return subprocess.run(["pdfsig", "-nocert", file], capture_output=True, text=True, check=False).stdout


@needs_pdfsig
def test_a_sealed_document_has_a_valid_signature(sealed: bytes, tmp_path: Path) -> None:
    verdict = judged(sealed, tmp_path)
    assert "Signature is Valid." in verdict
    assert "Total document signed" in verdict
    assert "ETSI.CAdES.detached" in verdict


@needs_pdfsig
def test_one_changed_byte_breaks_the_seal(sealed: bytes, tmp_path: Path) -> None:
    place = sealed.index(b"/Producer") + 1
    changed = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
    assert "Digest Mismatch" in judged(changed, tmp_path)


@needs_pdfsig
def test_the_seal_claims_the_moment_it_was_given(sealed: bytes, tmp_path: Path) -> None:
    assert "Signing Time: Nov 20 2026 03:15:00" in judged(sealed, tmp_path)


def test_a_seal_covers_the_bytes_that_were_rendered(renderer: Renderer, sealer: Sealer) -> None:
    pdf = renderer.render(compose_sheet(samples.letter(), samples.stamp()), at=samples.MORNING)
    assert sealer.seal(pdf, reason="ทดสอบ", at=samples.MORNING).startswith(pdf)
