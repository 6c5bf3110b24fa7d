"""The keeper of the mirrors: one thread, one encrypted file per account, Futures out.

One keyword-only function per thing a user can do; what it returns is a Struct of `readings`, ready to be shown.
"""
