"""Adds the compiled judge to a wheel, where there is a compiler. All else stands in pyproject.toml."""

import shutil
import sys
from pathlib import Path

from setuptools import setup

sys.path.insert(0, str(Path(__file__).resolve().parent))

from workshop.compiling import copy_sources, extensions

FOLDER = Path("build") / "judge"


def main() -> None:
    """Builds what the frontend asks for."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    copy_sources(FOLDER)
    found = extensions(FOLDER)
    for each in found:
        each.sources = [str(FOLDER / source) for source in each.sources]
    setup(ext_modules=found)


main()
