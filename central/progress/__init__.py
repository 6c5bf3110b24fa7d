"""What was played: judged again by the same code as at the keyboard, and what follows from it."""
