"""Sets this machine up, then hands over to the real command line in `workshop.commands`.

This file runs on a bare Python (standard library only, started with -I), because on a fresh machine there is nothing
else yet. Every step can be repeated and interrupted: a step leaves its mark only after it has succeeded.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from typing import NoReturn

HOME = Path(__file__).resolve().parent.parent
VENV = HOME / ".venv"
LOCKS = HOME / "packaging" / "locks"

# What the programs open at run time: (shared library or file or command, Debian package).
# The client of a school needs the first table only; docs/administrators-guide.md names the same packages.
CLIENT_NEEDS = (
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libEGL.so.1", "libegl1"),
    ("libGL.so.1", "libgl1"),
    ("libX11.so.6", "libx11-6"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libfreetype.so.6", "libfreetype6"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libbrotlidec.so.1", "libbrotli1"),
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libasound.so.2", "libasound2"),
    ("libjack.so.0", "libjack-jackd2-0"),
    ("libfluidsynth.so.3", "libfluidsynth3"),
    ("/usr/share/sounds/sf3/FluidR3Mono_GM.sf3", "fluidr3mono-gm-soundfont"),
    ("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "fonts-dejavu-core"),
    ("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf", "fonts-noto-core"),
)
# The tour, the tests and the benchmarks play a real MIDI port, listen to real sound and look at real windows.
STAGE_NEEDS = (
    ("xvfb-run", "xvfb"),
    ("xauth", "xauth"),
    ("jackd", "jackd2"),
    ("libpulse.so.0", "libpulse0"),
    ("pulseaudio", "pulseaudio"),
    ("parec", "pulseaudio-utils"),
    ("dbus-run-session", "dbus-daemon"),
    ("gnome-keyring-daemon", "gnome-keyring"),
)
STAGE_COMMANDS = {"test", "tour", "bench", "check", "simulate"}
# Where many attempts are judged again, the judge is compiled; without it they are judged by its source, slower.
FAST_COMMANDS = {"test", "bench", "central", "package"}
COMPILER_NEEDS = (
    ("cc", "gcc"),
    ("/usr/include/stdlib.h", "libc6-dev"),
    (sysconfig.get_paths()["include"] + "/Python.h", f"python3.{sys.version_info.minor}-dev"),
)
# Newer releases carry some libraries under another package name (64-bit time).
RENAMED = {"libglib2.0-0": "libglib2.0-0t64", "libasound2": "libasound2t64"}


def is_there(need: str) -> bool:
    """Is a library loadable, a file present or a command on the PATH?"""
    if need.startswith("/"):
        return Path(need).exists()
    if ".so." not in need:
        return shutil.which(need) is not None
    try:
        ctypes.CDLL(need)
    except OSError:
        return False
    return True


def missing_packages(needs: tuple[tuple[str, str], ...]) -> list[str]:
    """The Debian packages of what is not there, in the order of the table."""
    return [package for need, package in needs if not is_there(need)]


def install_packages(packages: list[str]) -> None:
    """Install Debian packages where this user may; else print the exact command and stop with status 3."""
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends"]
    if shutil.which("apt-get") is None:
        stop("These are missing, under the names that your system gives them: " + " ".join(packages))
    prefix = rights_to_install()
    if prefix is None:
        stop(
            "Some system packages are missing. Please run this once, then start again:\n"
            f"  sudo apt-get update && sudo {' '.join(install)} {' '.join(packages)}"
        )
    say(f"Installing {len(packages)} system packages: {' '.join(packages)}")
    quietly([*prefix, "apt-get", "update", "-q"])
    quietly([*prefix, *install, *[known_name(package) for package in packages]])


def rights_to_install() -> list[str] | None:
    """How to become root: nothing to add, sudo without a question, or not at all (None)."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def known_name(package: str) -> str:
    """The name under which this release has the package."""
    renamed = RENAMED.get(package)
    if renamed and subprocess.run(["apt-cache", "show", renamed], capture_output=True).returncode == 0:
        return renamed
    return package


def quietly(command: list[str]) -> None:
    """Run a set-up command; its output goes to a log that is shown only when it fails."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment)
    if done.returncode:
        stop(f"This step failed: {' '.join(command)}\n{done.stdout[-3000:]}")


def make_environment() -> Path:
    """The virtual environment's Python; makes it where it is missing or broken."""
    python = VENV / "bin" / "python"
    if python.exists() and subprocess.run([python, "-c", "import pip"], capture_output=True).returncode == 0:
        return python
    say("Making the virtual environment in .venv")
    try:
        venv.EnvBuilder(with_pip=True, clear=True).create(VENV)
    except (subprocess.CalledProcessError, ModuleNotFoundError):
        install_packages([f"python3.{sys.version_info.minor}-venv"])
        venv.EnvBuilder(with_pip=True, clear=True).create(VENV)
    return python


def install_locked(python: Path, name: str) -> None:
    """Install one hashed lock file; the mark beside it says that this very file is installed."""
    lock = LOCKS / f"{name}.lock"
    content = lock.read_text(encoding="utf-8")
    digest = hashlib.sha256(content.encode()).hexdigest()
    mark = VENV / f"installed-{name}.sha256"
    if mark.exists() and mark.read_text() == digest:
        return
    wanted = sum(1 for line in content.splitlines() if line[:1].isalnum())
    command = [
        str(python),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--require-hashes",
        "--no-deps",
        "-r",
        str(lock),
    ]
    say(f"Installing {wanted} Python packages ({lock.relative_to(HOME)})")
    with_progress(command, wanted)
    mark.write_text(digest)


def with_progress(command: list[str], wanted: int) -> None:
    """Run pip and show how many packages it has dealt with."""
    tail: list[str] = []
    seen = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip:
        assert pip.stdout is not None
        for line in pip.stdout:
            tail = [*tail[-60:], line]
            if line.startswith(("Collecting", "Requirement already")):
                seen += 1
                show_progress(seen, wanted)
    show_progress(None, wanted)
    if pip.returncode:
        stop("The Python packages could not be installed:\n" + "".join(tail))


def compile_judge(python: Path) -> None:
    """Compile the judge once for what its sources are now. Where that cannot be, it is said once and all goes on."""
    spec = importlib.util.spec_from_file_location("compiled", HOME / "domain" / "music" / "compiled" / "__init__.py")
    assert spec is not None
    assert spec.loader is not None
    compiled = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(compiled)
    mark, now = VENV / "compiled-judge.txt", compiled.digest()
    if mark.exists() and mark.read_text() == now:
        return
    packages = missing_packages(COMPILER_NEEDS) if sys.platform == "linux" else []
    if packages and shutil.which("apt-get") and rights_to_install() is not None:
        install_packages(packages)
    install_locked(python, "build")
    say("Compiling the judge (a minute, once)")
    done = subprocess.run([python, "-m", "workshop.compiling"], cwd=HOME, capture_output=True, text=True)
    if done.returncode:
        why = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["no compiler"]
        say(f"The judge could not be compiled here; its source judges as well, only slower ({why[0][:200]})")
    mark.write_text(now)


def show_progress(done: int | None, wanted: int) -> None:
    """One line that is drawn over on a terminal, and stays away from a log file."""
    if sys.stderr.isatty():
        text = "" if done is None else f"  package {done} of {wanted}"
        print(f"\r{text:<40}", end="" if done is not None else "\r", file=sys.stderr, flush=True)


def say(text: str) -> None:
    """A line for the person who waits."""
    print(f"mlc: {text}", file=sys.stderr, flush=True)


def stop(text: str) -> NoReturn:
    """End with a message and status 3: set-up is not complete."""
    print(f"mlc: {text}", file=sys.stderr, flush=True)
    raise SystemExit(3)


def main(arguments: list[str]) -> None:
    """Set up what the command needs and become it."""
    on_stage = bool(STAGE_COMMANDS & set(arguments[:1])) or arguments[:1] == ["demo"]
    packages = missing_packages(CLIENT_NEEDS + (STAGE_NEEDS if on_stage else ())) if sys.platform == "linux" else []
    if packages:
        install_packages(packages)
    python = make_environment()
    install_locked(python, "test" if STAGE_COMMANDS & set(arguments[:1]) else "app")
    if FAST_COMMANDS & set(arguments[:1]):
        compile_judge(python)
    os.chdir(HOME)
    os.execv(python, [str(python), "-m", "workshop", *arguments])


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        print("\nmlc: stopped; start again and it goes on from here.", file=sys.stderr)
        raise SystemExit(130) from None
