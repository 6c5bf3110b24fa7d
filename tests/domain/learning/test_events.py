"""Learning events follow from the facts: each once, in the order of time, whatever order the facts come in."""

from __future__ import annotations

import random

from test_progress import assignment, attempt, done, step

from domain.learning.events import learning_events, statement


def test_an_assignment_lived_through_tells_each_change_once() -> None:
    given = assignment(step(0), step(1), step(2, optional=True))
    facts = [attempt("s0", 300, at=1), attempt("s0", 900, at=2), attempt("s1", 900, at=3)]
    told = [(e.name, e.about) for e in learning_events([given], facts, []) if not e.name.startswith("attempt")]
    assert told == [
        ("assignment.created", given.id),
        ("step.unlocked", "s0"),
        ("assignment.started", given.id),
        ("step.started", "s0"),
        ("step.unlocked", "s1"),
        ("step.completed", "s0"),
        ("step.unlocked", "s2"),
        ("step.started", "s1"),
        ("step.completed", "s1"),
        ("assignment.completed", given.id),
    ]


def test_the_order_of_the_facts_does_not_matter() -> None:
    given = assignment(step(0), step(1))
    facts = [attempt("s0", 100 * n, at=n) for n in range(1, 9)]
    mixed = facts.copy()
    random.Random(3).shuffle(mixed)
    assert learning_events([given], facts, [done("s1")]) == learning_events([given], mixed, [done("s1")])


def test_a_statement_names_a_pseudonym_and_no_person() -> None:
    given = assignment(step(0))
    found = learning_events([given], [attempt("s0", 900, number=1)], [])
    said = [statement(event, lambda each: f"p-{len(each)}") for event in found]
    assert {each["actor"]["account"]["name"] for each in said} == {"p-1"}  # type: ignore[index]
    assert "/objects/s0" not in str(said)
    assert len({str(each["id"]) for each in said}) == len(said)
