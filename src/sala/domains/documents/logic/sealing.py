"""Seal a PDF with the agency's electronic seal, so that one changed byte is seen by any PDF reader."""

import io
from collections.abc import Sequence
from datetime import datetime

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko_certvalidator.registry import SimpleCertificateStore

_FIELD = "SalaSeal"


class _DatedSigner(signers.PdfSigner):
    """Claim the moment given instead of reading the clock."""

    def __init__(self, metadata: signers.PdfSignatureMetadata, signer: signers.Signer, *, at: datetime) -> None:
        super().__init__(metadata, signer)
        self._at = at

    def init_signing_session(self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._at
        return session


class Sealer:
    """
    Seal PDFs with one key held loaded.

    Source: PAdES baseline B-B, ETSI EN 319 142-1 (subfilter ETSI.CAdES.detached); P-256 with SHA-256.
    """

    def __init__(self, *, key: ec.EllipticCurvePrivateKey, certificates: Sequence[bytes]) -> None:
        """
        Load the key and its chain.

        :param certificates: DER, the seal's own first, then its issuers.
        """
        own, *issuers = (certificate for der in certificates for certificate in load_certs_from_pemder_data(der))
        material = key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        chain = SimpleCertificateStore.from_certs(issuers)  # type: ignore[no-untyped-call]  # untyped in the library
        self._signer = signers.SimpleSigner(
            signing_cert=own, signing_key=load_private_key_from_pemder_data(material, None), cert_registry=chain
        )

    def seal(self, pdf: bytes, *, reason: str, at: datetime) -> bytes:
        """
        Seal a PDF and certify that nothing in it may change afterwards.

        :param reason: what a reader shows beside the seal.
        :param at: the moment that the seal claims; time-zone aware.
        """
        metadata = signers.PdfSignatureMetadata(
            field_name=_FIELD,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            certify=True,
            docmdp_permissions=MDPPerm.NO_CHANGES,
            reason=reason,
        )
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        sealed = _DatedSigner(metadata, self._signer, at=at).sign_pdf(writer)
        return bytes(sealed.getvalue())
