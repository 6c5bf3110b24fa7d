"""Where the machine's own secrets lie: the operating system's key store, else a file that only this user may read.

Two secrets: the key that every mirror's key is derived from, and the token by which the centre knows this machine.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

import msgspec

from app.store.problems import StoreProblem
from domain.music.say import Say, say

_FILE = "keys.json"


class Secrets(Protocol):
    """A place for small secrets. `notice` says what an administrator should know about it, where there is something."""

    notice: Say | None

    def get(self, name: str) -> str | None:
        """The secret, or None where it was never set."""

    def set(self, name: str, value: str) -> None:
        """Keep a secret durably."""

    def delete(self, name: str) -> None:
        """Forget a secret; one that is not there is no error."""


class KeyStoreSecrets:
    """Secrets in the operating system's key store (Secret Service, Windows Credential Manager, macOS Keychain)."""

    notice: Say | None = None

    def __init__(self, service: str) -> None:
        self._service = service

    def get(self, name: str) -> str | None:
        """The secret, or None. Raises StoreProblem where the key store is locked or gone."""
        import keyring
        from keyring.errors import KeyringError

        try:
            return keyring.get_password(self._service, name)
        except KeyringError as error:
            raise _locked() from error

    def set(self, name: str, value: str) -> None:
        """Keep a secret. Raises StoreProblem where the key store is locked or gone."""
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(self._service, name, value)
        except KeyringError as error:
            raise _locked() from error

    def delete(self, name: str) -> None:
        """Forget a secret."""
        import keyring
        from keyring.errors import KeyringError, PasswordDeleteError

        try:
            keyring.delete_password(self._service, name)
        except PasswordDeleteError:
            return
        except KeyringError as error:
            raise _locked() from error


class FileSecrets:
    """Secrets in one file of mode 0600, for machines without a key store (displays, services, bare sessions)."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.notice: Say | None = say(
            "This computer has no key store, so its keys lie in the file {path}, readable by this user only. "
            "Encrypt the disk, or sign in to a desktop session with a key store, to protect them better.",
            path=str(path),
        )

    def get(self, name: str) -> str | None:
        """The secret, or None."""
        return self._all().get(name)

    def set(self, name: str, value: str) -> None:
        """Keep a secret: written beside, flushed to the disk, then put in place in one step."""
        self._write({**self._all(), name: value})

    def delete(self, name: str) -> None:
        """Forget a secret."""
        self._write({known: value for known, value in self._all().items() if known != name})

    def _all(self) -> dict[str, str]:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=dict[str, str])
        except FileNotFoundError:
            return {}
        except msgspec.MsgspecError as error:
            damaged = say("The file with this computer's keys is damaged: {path}. Restore it.", path=str(self._path))
            raise StoreProblem(damaged) from error

    def _write(self, secrets: dict[str, str]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = self._path.with_suffix(".new")
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            os.write(handle, msgspec.json.encode(secrets))
            os.fsync(handle)
        finally:
            os.close(handle)
        os.replace(beside, self._path)


def _locked() -> StoreProblem:
    return StoreProblem(
        say("This computer's key store is locked or not running. Unlock it, or sign in to the computer again.")
    )


def key_store_works() -> bool:
    """Whether the operating system offers a key store that keeps secrets encrypted. Asking costs 100 ms or more."""
    import keyring
    from keyring.errors import KeyringError

    chosen = type(keyring.get_keyring())
    # keyrings.alt would be taken without a word, and keeps plain text.
    if chosen.__module__.startswith(("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")):
        return False
    try:
        keyring.get_password("mlc-classroom", "probe")
    except KeyringError:
        return False
    return True


def keys_lie_here(folder: Path) -> bool:
    """Whether this machine keeps its keys in a file of its own, so that reading them waits for nobody."""
    return (folder / _FILE).exists()


def open_secrets(folder: Path, service: str = "mlc-classroom") -> Secrets:
    """The key store where there is one, else the guided fallback in `folder`.

    What was chosen first is kept: a machine whose key store is locked today must not take a new key and leave its
    mirrors unreadable.
    """
    path = folder / _FILE
    chosen = folder / "keys-in-key-store"
    if path.exists():
        return FileSecrets(path)
    if chosen.exists() or key_store_works():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        chosen.touch()
        return KeyStoreSecrets(f"{service}:{folder.resolve()}")
    return FileSecrets(path)
