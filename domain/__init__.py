"""What both ends must agree on. Pure Python: no Qt, no SQL, no network, no clock, no disk.

Time and randomness are always arguments. The desktop program and the central API run the same lines of this room, so a
score, a badge or a decision about privacy is the same on both ends.
"""
