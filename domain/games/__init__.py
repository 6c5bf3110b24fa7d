"""One file per game family: notes and time in, a Picture out. `ALL` names them."""
