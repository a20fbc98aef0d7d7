"""Widgets that know nothing of the meeting; the screens are put together from them.

They are drawn from pieces of text with a role (`pieces.py`) and repaint only lines that changed.
"""
