"""Badges, points, streaks and challenges: derived from facts by the same lines on both ends."""
