"""What a guardian sees: one child, what they shared and earned, and how far the family lets it go."""
