"""`meeting-tui settings`: every setting, its value and where it comes from."""

from __future__ import annotations

import json

import click

from meeting_tui.shell.call import Shell
from meeting_tui.shell.common import with_shell


@click.command("settings")
@with_shell
def command(shell: Shell) -> int:
    """Show every setting with its source."""
    settings = shell.settings
    if shell.as_json:
        told = {
            name: {"value": setting.value, "source": setting.source}
            for name, setting in settings.named().items()
        }
        shell.tell_json({"file": str(settings.path), **told})
        return 0
    there = shell.say("shell.there" if settings.path.exists() else "shell.not_there")
    shell.tell(shell.say("shell.setting_file", path=str(settings.path), there=there))
    for name, setting in settings.named().items():
        value = json.dumps(setting.value, ensure_ascii=False)
        source = shell.say(f"shell.source_{setting.source}")
        shell.tell(shell.say("shell.setting_row", name=name, value=value, source=source))
    return 0
