"""The one object between a note and a picture: a running game on the GUI thread. Draws nothing; QtCore only."""
