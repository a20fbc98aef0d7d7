"""What a meeting holds as tables, each row one thing: what CSV and Excel both leave in.

One place says which columns there are and who may be named in them; each format then writes values
in its own way.
"""

from __future__ import annotations
