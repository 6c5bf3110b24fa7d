"""What hangs on the wall: a full-screen display that children can't leave."""
