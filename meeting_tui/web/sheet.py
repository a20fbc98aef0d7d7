"""The links as something to scan: a QR code in the terminal, and a sheet to print and cut."""

from __future__ import annotations

import io
from collections.abc import Mapping
from html import escape

import segno

from meeting_tui.text import display
from meeting_tui.words import say

_STYLE = """
body { font-family: sans-serif; margin: 1.5cm; }
section { display: inline-grid; grid-template-columns: 3.4cm 1fr; gap: .4cm; width: 8.4cm;
  margin: .2cm; padding: .3cm; border: 1px dashed #999; break-inside: avoid; vertical-align: top; }
svg { width: 3.4cm; height: 3.4cm; }
h2 { font-size: 13pt; margin: 0 0 .2cm; }
p { font-size: 8pt; margin: 0 0 .2cm; overflow-wrap: anywhere; }
"""


def qr_lines(link: str) -> str:
    """A link as a QR code in characters of a terminal."""
    out = io.StringIO()
    segno.make(link, error="m").terminal(out, compact=True)
    return out.getvalue()


def sheet(
    title: str, links: Mapping[str, str], names: Mapping[str, str], fingerprint: str, language: str
) -> str:
    """A page with a card for each link, and whose it is; `fingerprint` of the certificate or ``."""
    cards = "".join(
        f"<section>{_code(link)}<div><h2>{_safe(names.get(word, word))}</h2>"
        f"<p>{_safe(_what(word, language))}</p><p>{_safe(link)}</p></div></section>"
        for word, link in links.items()
    )
    proof = say("page.fingerprint", language, fingerprint=fingerprint) if fingerprint else ""
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{_safe(title)}</title><style>{_STYLE}</style></head><body>"
        f"<h1>{_safe(title)}</h1><p>{_safe(proof)}</p>{cards}</body></html>\n"
    )


def _what(word: str, language: str) -> str:
    return say(f"page.what_{word.partition('-')[0]}", language)


def _code(link: str) -> str:
    return str(segno.make(link, error="m").svg_inline(border=1, omitsize=True))


def _safe(text: str) -> str:
    return escape(display(text))
