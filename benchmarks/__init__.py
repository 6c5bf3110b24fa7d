"""The figures, each a command: `./mlc bench NAME [--json]`. Speed is a ratio measured in the same run."""
