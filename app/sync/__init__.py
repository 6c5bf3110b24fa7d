"""The road to the centre: one thread, one blocking HTTP client. It carries; what to send and to keep, `store` says."""
