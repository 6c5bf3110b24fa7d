"""Who sees what, moderation and highlights."""
