"""TLS: the certificate of the house, or one made here whose fingerprint both sides can compare.

One that is made is kept with the links of its session, so that browsers that trust it go on doing
so. It names the addresses it is served at, for a year.
"""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from msgspec import Struct

from meeting_tui.errors import MeetingTuiError, why
from meeting_tui.outside import SETTINGS, read_outside
from meeting_tui.session_log.files import write_atomic
from meeting_tui.words import Sentence

_YEAR = timedelta(days=365)


class CertificateError(MeetingTuiError):
    """There is no certificate to serve with."""

    title = Sentence("page.title_certificate")


class Certificate(Struct, frozen=True):
    """What a server proves itself with."""

    context: ssl.SSLContext
    fingerprint: str
    """SHA-256 as browsers show it: `AB:CD:...`."""


def certificate_of(chain: Path, key: Path) -> Certificate:
    """That of two files, as the house's IT gives them; raises CertificateError."""

    try:
        found = x509.load_pem_x509_certificates(read_outside(chain, SETTINGS))[0]
        context = _context(chain, key)
    except (OSError, ValueError, IndexError) as fault:
        raise CertificateError(
            Sentence("page.no_certificate", file=str(chain), secret=str(key), why=why_told(fault))
        ) from fault
    return Certificate(context, _fingerprint(found))


def why_told(fault: Exception) -> str:
    """Why, in the words of the system or the library."""
    return str(why(fault)) if isinstance(fault, OSError) else str(fault)


def own_certificate(folder: Path, names: tuple[str, ...]) -> Certificate:
    """One made here, anew where it runs out within a day or does not name an address."""

    chain, key = folder / "certificate.pem", folder / "certificate.key"
    try:
        found = x509.load_pem_x509_certificate(read_outside(chain, SETTINGS))
        known = {str(each.value) for each in _named(found)}
        is_good = known >= set(names) and _lasts(found)
    except (OSError, ValueError, x509.ExtensionNotFound):
        is_good = False
    if not is_good:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _make(chain, key, names)
    return certificate_of(chain, key)


def _named(found: x509.Certificate) -> x509.SubjectAlternativeName:

    return found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value


def _lasts(found: x509.Certificate) -> bool:
    return found.not_valid_after_utc > datetime.now(UTC) + timedelta(days=1)


def _make(chain: Path, key: Path, names: tuple[str, ...]) -> None:
    secret = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "meeting-tui")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(secret.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + _YEAR)
        .add_extension(x509.SubjectAlternativeName([_name(each) for each in names]), False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), True)
        .sign(secret, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    pem, pkcs8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    write_atomic(key, secret.private_bytes(pem, pkcs8, plain))
    write_atomic(chain, made.public_bytes(pem))


def _name(name: str) -> x509.GeneralName:

    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _context(chain: Path, key: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(chain, key)
    return context


def _fingerprint(found: x509.Certificate) -> str:
    return found.fingerprint(hashes.SHA256()).hex(":").upper()
