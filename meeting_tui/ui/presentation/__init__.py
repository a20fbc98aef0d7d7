"""Text for the screens, made by pure functions of the state and the time; no Textual in here."""
