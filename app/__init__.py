"""The desktop program. `main.py` alone knows every room."""

# As in pyproject.toml: a program that runs from its folder has no other place to know it from.
VERSION = "0.1.0"
