"""Badges that leave the school: signed credentials (Open Badges 3.0), their keys, and how they are checked."""
