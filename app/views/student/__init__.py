"""What a student sees, from the class tiles to the feed."""
