"""Compiles the judge for this machine (`python -m workshop.compiling`) with Cython, from the sources that run without.

The sources are copied into a package of their own (`domain.music.compiled`), so both can be loaded side by side.
"""

from __future__ import annotations

import shutil
import sys
import sysconfig
import tempfile
from contextlib import chdir
from pathlib import Path
from typing import TYPE_CHECKING

from domain.music.compiled import MODULES, digest, sources

if TYPE_CHECKING:
    from setuptools import Extension

TARGET = Path(__file__).resolve().parent.parent / "domain" / "music" / "compiled"
PACKAGE = Path("domain") / "music" / "compiled"
ENDING = sysconfig.get_config_var("EXT_SUFFIX") or ".so"
# Whole numbers that leave 64 bits raise OverflowError and never go round; indices are checked.
DIRECTIVES = {"language_level": 3, "annotation_typing": False, "overflowcheck": True}
# These count from the end of a row; the others, which run once for each note, must not have to ask.
FROM_THE_END = {"takes", "stutters", "ornaments", "dynamics"}


def copy_sources(folder: Path) -> None:
    """Lays the sources out under the name they are compiled as, each with the digest of all."""
    package = folder / PACKAGE
    package.mkdir(parents=True)
    for parent in (package, package.parent, package.parent.parent):
        (parent / "__init__.py").touch()
    mark = f'\nSOURCES = "{digest()}"\n'
    for file in sources():
        more = mark if file.suffix == ".py" else ""
        (package / file.name).write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")


def extensions(folder: Path) -> list[Extension]:
    """What to compile of the sources in a folder; paths are relative to it. Who has no compiler goes on without."""
    from Cython.Build import cythonize

    found: list[Extension] = []
    with chdir(folder):
        for wraparound in (True, False):
            modules = [_extension(name) for name in MODULES if (name in FROM_THE_END) is wraparound]
            directives = {**DIRECTIVES, "wraparound": wraparound}
            found += cythonize(modules, compiler_directives=directives, quiet=True)  # type: ignore[no-untyped-call,unused-ignore]
    return found


def _extension(name: str) -> Extension:
    from setuptools import Extension

    flags = [] if sys.platform == "win32" else ["-O3", "-g0", "-Wno-unused-function"]
    source = str(PACKAGE / f"{name}.py")
    return Extension(f"domain.music.compiled.{name}", [source], extra_compile_args=flags, optional=True)


def build() -> bool:
    """Compiles into `TARGET`; says whether all of it is there then."""
    from setuptools import setup

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy_sources(folder)
        arguments = ["-q", "build_ext", "--build-temp", name, "--build-lib", str(folder / "built"), "--parallel", "2"]
        found = extensions(folder)
        with chdir(folder):
            setup(name="judge", script_args=arguments, ext_modules=found, packages=[])
        made = [folder / "built" / PACKAGE / f"{module}{ENDING}" for module in MODULES]
        if not all(file.exists() for file in made):
            return False
        for file in made:
            put(file)
    return True


def put(file: Path) -> None:
    """Puts a file into the place of the one of before, which may be in use."""
    beside = TARGET / f".{file.name}.new"
    shutil.copyfile(file, beside)
    beside.replace(TARGET / file.name)


if __name__ == "__main__":
    raise SystemExit(0 if build() else 1)
