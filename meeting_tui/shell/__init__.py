"""The shell commands, one a file; `meeting_tui.cli` loads only the one that is called."""
