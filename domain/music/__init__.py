"""Pitch, interval, scale, chord, rhythm, the notation source and the judge. Whole numbers decide; no clock is read."""
