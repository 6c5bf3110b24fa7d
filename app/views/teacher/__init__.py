"""What a teacher sees: the class, and one student of it."""
