"""The encrypted SQLite mirror: a table per record, the outbox, bucket cursors, derived sums; how a file is opened.

It knows no rules: what a row means, when it is written and what follows from it is decided in `app.store`.
"""
