"""Data only: games and curricula, melodies, icons, themes, translations."""
