"""Pages of those who look after the whole organisation."""
