"""Files are opened in one place, which bounds what they are and how large: `outside`."""

from __future__ import annotations

import ast
from pathlib import Path

from meeting_tui import outside

PACKAGE = Path(outside.__file__).parent
OWN = {
    "outside.py": "the place itself",
    "packages.py": "unpacks within bounds",
    "agenda/presets.py": "rules that come with the program",
    "delegations/directory.py": "delegations and names that come with the program",
    "delegations/workbook.py": "a package that was checked",
    "report/word/built_in.py": "a document made here",
    "session_log/postgres_roles.py": "statements that come with the program",
    "session_log/sqlite_file.py": "a copy made here",
    "desk/clock.py": "what the system says of itself",
    "desk/typesetting.py": "a folder made here, and what LibreOffice put there",
    "desk/purging.py": "a package in the memory",
    "delegations/participants.py": "the same",
    "desk/settings.py": "the reader of agendas, with a bound of its own",
    "desk/playing.py": "the same",
    "desk/earlier.py": "the same",
    "agenda/decoding.py": "the same",
    "agenda/toml_file.py": "the same",
    "web/server.py": "the pages that come with the program",
}
"""Where one is read by other means, and why that may be."""
READERS = {"open", "read_bytes", "read_text", "ZipFile", "load_workbook", "fromfile", "copyfile"}


def test_no_file_is_read_anywhere_else() -> None:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if name not in OWN and isinstance(node, ast.Call) and _called(node) in READERS:
                found.append(f"{name}:{node.lineno} {ast.unparse(node)}")

    assert found == []


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id="os"), attr="open"):
            return ""  # with flags of its own, in `session_log`
        case ast.Attribute(attr=name):
            return name
    return ""
