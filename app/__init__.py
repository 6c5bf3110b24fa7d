"""The desktop program. `main.py` alone knows every room."""
