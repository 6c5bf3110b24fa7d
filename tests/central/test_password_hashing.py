"""What a PIN costs to guess: OWASP's argon2id profile, whatever the tests themselves use."""

from __future__ import annotations

from inspect import signature
from pathlib import Path

from argon2 import Type, extract_parameters

from central.app import Centre, build
from central.database import sqlite_url
from central.identity import secrets
from central.identity.school import NewPerson
from domain.games.catalogue import Catalogue
from domain.records.identity import AccessRole


def test_the_product_hashes_with_owasps_profile(tmp_path: Path) -> None:
    """OWASP Password Storage Cheat Sheet: argon2id with at least m=19456 KiB, t=2, p=1."""
    with build(sqlite_url(tmp_path / "centre.db"), Catalogue([]), background=False) as centre:
        org = centre.school.create_org("Oak").id
        site = centre.school.create_site(org, "Oak").id
        someone = NewPerson(role=AccessRole.STUDENT, display_name="Ada", username="ada", secret="1234")
        centre.school.add_people(org, site, [someone])
        with centre.database.reading(org) as connection:
            stored = connection.exec_driver_sql("SELECT secret_hash FROM credential").scalar_one()
    found = extract_parameters(stored)
    assert (found.type, found.memory_cost, found.time_cost, found.parallelism) == (Type.ID, 19_456, 2, 1)
    assert (found.salt_len, found.hash_len) >= (16, 32)
    assert secrets.matches(stored, "1234")
    assert not secrets.matches(stored, "1235")
    assert not secrets.matches("no hash", "1234")


def test_nobody_gets_cheaper_hashes_without_asking() -> None:
    for made in (build, Centre):
        assert signature(made).parameters["hasher"].default is secrets.OWASP
