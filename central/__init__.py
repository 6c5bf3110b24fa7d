"""The central API: takes what mirrors push, judges it again, and gives each mirror what its account may see.

`app.py` builds it, `cli.py` runs it. It knows `domain` and nothing of the desktop program.
"""
