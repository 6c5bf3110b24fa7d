"""`python -m workshop`: what ./mlc becomes once the machine is set up."""

from workshop.commands import run

run()
