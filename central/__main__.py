"""`python -m central`: the same as the command `mlc-central`."""

from central.cli import run

if __name__ == "__main__":
    run()
