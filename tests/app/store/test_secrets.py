"""Where the machine's keys lie: a real key store, and the guided fallback where there is none."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from app.store.problems import StoreProblem
from app.store.secrets import FileSecrets

ROUND = """
import sys
from pathlib import Path
from app.store.secrets import open_secrets
secrets = open_secrets(Path(sys.argv[1]))
secrets.set("machine-key", "ab" * 32)
again = open_secrets(Path(sys.argv[1]))
secrets.delete("nothing")
print(type(again).__name__, again.get("machine-key") == "ab" * 32, again.get("nothing"), again.notice is None)
"""


def test_the_fallback_is_a_file_for_this_user_only_and_says_so(tmp_path: Path) -> None:
    secrets = FileSecrets(tmp_path / "deep" / "keys.json")
    assert secrets.get("a") is None
    secrets.set("a", "1")
    secrets.set("b", "2")
    secrets.delete("a")
    assert (secrets.get("a"), secrets.get("b")) == (None, "2")
    assert stat.S_IMODE((tmp_path / "deep" / "keys.json").stat().st_mode) == 0o600
    assert secrets.notice is not None
    assert "key store" in secrets.notice.english()


def test_a_damaged_file_is_said_and_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_bytes(b"{")
    secrets = FileSecrets(tmp_path / "keys.json")
    with pytest.raises(StoreProblem, match="damaged"):
        secrets.set("a", "1")
    assert (tmp_path / "keys.json").read_bytes() == b"{"


def _run(*command: str, home: Path) -> str:
    runtime = home / "run"
    runtime.mkdir(mode=0o700, exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LD_LIBRARY_PATH")}
    environment = {
        **kept,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.strip().splitlines()[-1]


def test_with_a_key_store_the_keys_lie_there(tmp_path: Path) -> None:
    script = (
        'printf "\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; '
        f'"{sys.executable}" -c "$0" "$1"'
    )
    said = _run("dbus-run-session", "--", "bash", "-c", script, ROUND, str(tmp_path / "m"), home=tmp_path)
    assert said == "KeyStoreSecrets True None True"
    assert not (tmp_path / "m" / "keys.json").exists()


def test_without_a_key_store_the_fallback_is_taken(tmp_path: Path) -> None:
    said = _run(sys.executable, "-c", ROUND, str(tmp_path / "m"), home=tmp_path)
    assert said == "FileSecrets True None False"


def test_a_key_store_that_is_away_today_is_said_and_no_new_key_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "m"
    folder.mkdir()
    (folder / "keys-in-key-store").touch()
    program = (
        "import sys\nfrom pathlib import Path\nfrom app.store.secrets import open_secrets\n"
        "from app.store.problems import StoreProblem\n"
        "try: open_secrets(Path(sys.argv[1])).get('machine-key')\n"
        "except StoreProblem as problem: print(problem.say.english())"
    )
    assert "locked" in _run(sys.executable, "-c", program, str(folder), home=tmp_path)
