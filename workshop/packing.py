"""A Debian package of the whole program, for a school's computers: `./mlc package DIR`.

Python's packages come from the hashed lock file, into an environment of its own under /opt; Qt's and the sound's
libraries are what the package depends on. It fits releases with the Python that it was made with.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from app import VERSION
from workshop.setting_up import CLIENT_NEEDS, HOME, LOCKS, RENAMED

DEBIAN = HOME / "packaging" / "debian"
# What a wheel is made of.
SOURCES = ("app", "central", "domain", "local_schema", "resources", "workshop", "packaging")
FILES = ("pyproject.toml", "setup.py")
PYTHON = f"python3.{sys.version_info.minor}"
ENVIRONMENT = Path("opt") / "mlc-classroom"
COMMANDS = {"mlc-classroom": "app.main", "mlc-central": "central.cli"}
# Where each file of `packaging/debian` or of the project lies on a computer.
PLACES = {
    DEBIAN / "computer.toml": "etc/mlc-classroom/computer.toml",
    DEBIAN / "central.env": "etc/mlc-classroom/central.env",
    DEBIAN / "mlc-central.service": "lib/systemd/system/mlc-central.service",
    DEBIAN / "mlc-classroom.desktop": "usr/share/applications/mlc-classroom.desktop",
    HOME
    / "resources"
    / "badges"
    / "icons"
    / "headphones.svg": "usr/share/icons/hicolor/scalable/apps/mlc-classroom.svg",
    HOME / "docs" / "administrators-guide.md": "usr/share/doc/mlc-classroom/administrators-guide.md",
}
SCRIPTS = ("postinst", "prerm", "postrm")


class NotPackedError(Exception):
    """A package cannot be made here; the message says why and what to do."""


def pack(folder: Path) -> Path:
    """Make the package in a folder: its file. Raises NotPackedError."""
    for needed in ("dpkg-deb", f"/usr/bin/{PYTHON}"):
        if shutil.which(needed) is None:
            raise NotPackedError(f"{needed} is missing: packages are made on the Debian or Ubuntu they are meant for.")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        tree = Path(name) / "tree"
        packages = made_environment(tree)
        run(sys.executable, "-m", "pip", *_INSTALL, "--require-hashes", "-t", packages, "-r", LOCKS / "app.lock")
        run(sys.executable, "-m", "pip", *_INSTALL, "-t", packages, made_wheel(Path(name) / "wheel"))
        run(f"/usr/bin/{PYTHON}", "-m", "compileall", "-q", "-x", r"\.tmpl\.py$", "-s", tree, "-p", "/", packages)
        lay_out(tree)
        describe(tree)
        return built(tree, folder)


def built(tree: Path, folder: Path) -> Path:
    """The package of what lies in a tree. Everything in it is root's, and readable by everybody."""
    target = folder / f"mlc-classroom_{VERSION}_{architecture()}.deb"
    run("chmod", "-R", "u=rwX,go=rX", tree)
    run("dpkg-deb", "--root-owner-group", "-Zzstd", "--build", tree, target)
    return target


_INSTALL = ("install", "-q", "--disable-pip-version-check", "--no-input", "--no-deps", "--no-compile")


def made_environment(tree: Path) -> Path:
    """A virtual environment that will lie under /opt, and nothing in it: the folder for its packages."""
    home = tree / ENVIRONMENT
    packages = home / "lib" / PYTHON / "site-packages"
    packages.mkdir(parents=True)
    (home / "bin").mkdir()
    (home / "bin" / "python").symlink_to(f"/usr/bin/{PYTHON}")
    (home / "pyvenv.cfg").write_text("home = /usr/bin\ninclude-system-site-packages = false\n")
    return packages


def made_wheel(folder: Path) -> Path:
    """The wheel of the program, with the judge compiled where there is a compiler."""
    sources = folder / "sources"
    ignored = shutil.ignore_patterns("__pycache__", "*.so", "*.pyd")
    for room in SOURCES:
        shutil.copytree(HOME / room, sources / room, ignore=ignored)
    for file in FILES:
        shutil.copy(HOME / file, sources)
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", folder, sources)
    [wheel] = folder.glob("*.whl")
    return wheel


def lay_out(tree: Path) -> None:
    """Put the commands and everything beside the environment into its place."""
    for source, place in PLACES.items():
        target = tree / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    for name, module in COMMANDS.items():
        command = tree / "usr" / "bin" / name
        command.parent.mkdir(parents=True, exist_ok=True)
        # -I: neither where somebody stands nor what they have installed for themselves goes before the program's own.
        command.write_text(f"#!/{ENVIRONMENT}/bin/python -I\nfrom {module} import run\n\nrun()\n")
        command.chmod(0o755)


def describe(tree: Path) -> None:
    """Write what Debian wants to know of the package."""
    control = tree / "DEBIAN"
    control.mkdir()
    kilobytes = sum(file.lstat().st_size for file in tree.rglob("*")) // 1024
    text = (DEBIAN / "control").read_text(encoding="utf-8")
    words = {"version": VERSION, "architecture": architecture(), "kilobytes": kilobytes, "depends": dependencies()}
    (control / "control").write_text(text.format(**words), encoding="utf-8")
    shutil.copyfile(DEBIAN / "conffiles", control / "conffiles")
    for name in SCRIPTS:
        shutil.copyfile(DEBIAN / name, control / name)
        (control / name).chmod(0o755)


def dependencies() -> str:
    """The packages that the program opens at run time, under the names of older and newer releases."""
    libraries = [f"{name} | {RENAMED[name]}" if name in RENAMED else name for _need, name in CLIENT_NEEDS]
    return ", ".join([PYTHON, "adduser", *libraries])


def architecture() -> str:
    """As Debian calls it: amd64, arm64."""
    return run("dpkg", "--print-architecture").strip()


def run(*command: object) -> str:
    """Run a step: what it printed. Raises NotPackedError with what it said where it failed."""
    done = subprocess.run([str(each) for each in command], capture_output=True, text=True)
    if done.returncode:
        raise NotPackedError(f"This step failed: {' '.join(map(str, command))}\n{(done.stdout + done.stderr)[-2000:]}")
    return done.stdout
