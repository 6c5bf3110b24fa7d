"""Sequences, gating, mastery, review and the adaptive level."""
