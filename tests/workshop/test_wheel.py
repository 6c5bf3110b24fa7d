"""What is installed from a wheel is the whole program: its data, its migrations, and the names of what it needs."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2]
ROOMS = ("app", "central", "domain", "local_schema", "resources")
# Run from the installed rooms alone: the games are there, a database is made and brought up to date.
WORKS = """
import sys
from pathlib import Path
sys.path[:0] = [sys.argv[1]]
from app.views.kit.files import resource
from central.content import shipped_catalogue
from central.migrating import migrate
from local_schema import tables
import resources
assert Path(resources.__file__).is_relative_to(sys.argv[1]), resources.__file__
migrate("sqlite:///" + sys.argv[2])
assert not shipped_catalogue().problems
assert Path(resource("translations", "mlc_es.qm")).exists()
print(len(shipped_catalogue().games))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of what a wheel holds, without what is compiled, from a copy of the sources."""
    pytest.importorskip("setuptools")
    sources, built = tmp_path_factory.mktemp("sources"), tmp_path_factory.mktemp("built")
    for room in ROOMS:
        shutil.copytree(HOME / room, sources / room, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    shutil.copytree(HOME / "packaging", sources / "packaging")
    shutil.copy(HOME / "pyproject.toml", sources)
    build = [sys.executable, "-c", "import setuptools; setuptools.setup()", "-q", "build_py", "--build-lib", str(built)]
    subprocess.run(build, cwd=sources, check=True, capture_output=True)
    return built


def test_every_file_of_every_room_is_in_it(installed: Path) -> None:
    def files(home: Path) -> set[str]:
        # What is compiled here is put into place under a name that begins with a point.
        found = (file for room in ROOMS for file in (home / room).rglob("[!.]*") if file.is_file())
        kept = (file for file in found if "__pycache__" not in file.parts and file.suffix not in {".so", ".pyd"})
        return {file.relative_to(home).as_posix() for file in kept}

    assert files(installed) == files(HOME)


def test_it_works_away_from_the_sources(installed: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-I", "-c", WORKS, str(installed), str(tmp_path / "centre.db")]
    done = subprocess.run(command, check=False, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 150


def test_what_it_asks_for_is_what_the_lock_was_made_from() -> None:
    locks = HOME / "packaging" / "locks"
    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["dynamic"]
    asked = [project["dependencies"], *project["optional-dependencies"].values()]
    files = {HOME / name for each in asked for name in each["file"]}
    lines = (locks / "app.in").read_text(encoding="utf-8").splitlines()
    assert files == {locks / line.removeprefix("-r ") for line in lines if line.startswith("-r ")}
    locked = (locks / "app.lock").read_text(encoding="utf-8").lower().replace("_", "-").replace(".", "-")
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            name = line.split("#")[0].strip().lower().replace(".", "-")
            for end in "[<>=":
                name = name.partition(end)[0]
            assert not name or f"\n{name}==" in locked, name
