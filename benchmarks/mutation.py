"""How many small faults put into the judge on purpose its tests notice (`python -m benchmarks.mutation`; target: 90 %).

Each mutant is one changed comparison, sign, constant or condition in one file, run against the tests of the judge in a
copy of the tree. Mutants that nothing can tell apart are not sorted out: the share is a lower bound.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import NamedTuple

HOME = Path(__file__).resolve().parent.parent
FILES = (
    "judge",
    "alone",
    "marks",
    "windows",
    "timing",
    "rules",
    "mispitched",
    "clean",
    "calibration",
    "columns",
    "played",
    "dynamics",
    "ornaments",
    "takes",
    "stutters",
    "corrections",
)
TESTS = (
    "test_judge_version.py",
    "test_rules.py",
    "test_calibration.py",
    "test_judge.py",
    "test_corrections.py",
    "test_clean.py",
    "test_beside_the_notes.py",
    "test_decorations.py",
    "test_shading.py",
    "test_takes.py",
    "test_align.py",
    "test_fairness.py",
    "test_plain_rules.py",
)
# Only what these tests need is loaded: the other plug-ins of pytest take longer than most of the tests.
PYTEST_INI = "[pytest]\nfilterwarnings =\n    error\n"
OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "-p", "_hypothesis_pytestplugin", "--hypothesis-seed=1")
FRESH = get_context("forkserver")
# The tests take some seconds: a mutant that takes so long, even on a busy machine, goes round in circles, and that is
# noticed.
SECONDS = 400
_FLIPS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
}


class Mutant(NamedTuple):
    """One fault: the file, the number of the node in it, and which of the node's faults it is."""

    file: str
    node: int
    fault: str

    def made(self, source: str) -> tuple[str, str]:
        """Where it is and what, and the source with it."""
        tree = ast.parse(source)
        node = next(each for number, each in enumerate(ast.walk(tree)) if number == self.node)
        line = getattr(node, "lineno", 0)
        dict(_changes(node))[self.fault](node)
        return f"line {line}: {self.fault}", ast.unparse(ast.fix_missing_locations(tree))


def mutants(file: str, source: str) -> list[Mutant]:
    """All faults that can be put into a source, in the order of the file."""
    nodes = enumerate(ast.walk(ast.parse(source)))
    return [Mutant(file, number, fault) for number, node in nodes for fault, _ in _changes(node)]


def _changes(node: ast.AST) -> Iterator[tuple[str, Callable[..., None]]]:
    """The ways in which one node can be wrong."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _FLIPS:
        yield f"{type(node.ops[0]).__name__} flipped", _flip
    elif isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        yield f"{type(node.op).__name__} exchanged", _exchange
    elif isinstance(node, ast.Constant) and type(node.value) is int:
        yield f"{node.value} plus one", _plus_one
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield "sign lost", _lose_sign
    elif isinstance(node, ast.BoolOp):
        yield "and and or exchanged", _other_bool


def _flip(node: ast.Compare) -> None:
    node.ops[0] = _FLIPS[type(node.ops[0])]()


def _exchange(node: ast.BinOp) -> None:
    node.op = _OPERATORS[type(node.op)]()


def _plus_one(node: ast.Constant) -> None:
    assert isinstance(node.value, int)
    node.value += 1


def _lose_sign(node: ast.UnaryOp) -> None:
    node.op = ast.UAdd()


def _other_bool(node: ast.BoolOp) -> None:
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()


def survives(tree: Path, file: str, source: str) -> bool:
    """Whether the tests pass with the mutant in place: the file that notices most by itself, then all others."""
    target = tree / "domain" / "music" / f"{file}.py"
    original = target.read_text()
    target.write_text(source)
    try:
        return _pass(tree, TESTS[:1]) and _pass(tree, TESTS[1:])
    finally:
        target.write_text(original)


def _pass(tree: Path, tests: Sequence[str]) -> bool:
    """Whether some tests pass in a process of their own, which has pytest loaded already but nothing of the judge."""
    process = FRESH.Process(target=_run_tests, args=(tree, tests))
    process.start()
    process.join(SECONDS)
    if process.exitcode is None:
        process.kill()
        process.join()
    return process.exitcode == 0


def _run_tests(tree: Path, tests: Sequence[str]) -> None:
    import pytest

    sys.dont_write_bytecode = True
    sys.path.insert(0, str(tree))
    os.chdir(tree)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    with open(os.devnull, "w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        found = pytest.main([*OPTIONS, *(str(tree / "tests" / "domain" / "music" / name) for name in tests)])
    sys.exit(found)


def copy_of_tree(folder: Path) -> Path:
    """The parts of the project that the judge's tests need."""
    for part in ("domain", "tests/domain/music"):
        shutil.copytree(HOME / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    (folder / "pytest.ini").write_text(PYTEST_INI)
    return folder


def main() -> None:
    """Runs mutants, `--sample` of them where a number is given, on `--jobs` copies of the tree."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1, help="which sample is drawn")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--file", choices=FILES, action="append")
    options = parser.parse_args()
    jobs = [mutant for file in options.file or FILES for mutant in mutants(file, _source(HOME, file))]
    if options.sample:
        jobs = Random(options.seed).sample(jobs, min(options.sample, len(jobs)))
    FRESH.set_forkserver_preload(["pytest", "hypothesis", "msgspec"])
    left = _run(jobs, options.jobs)
    caught = len(jobs) - len(left)
    print(
        json.dumps({"bench": "mutation", "mutants": len(jobs), "caught": caught, "percent": 100 * caught // len(jobs)})
    )


def _source(tree: Path, file: str) -> str:
    return (tree / "domain" / "music" / f"{file}.py").read_text()


def _run(jobs: list[Mutant], workers: int) -> list[tuple[str, str]]:
    """The mutants that no test noticed."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(workers) as pool:
        trees = [copy_of_tree(Path(folder) / str(number)) for number in range(workers)]
        lanes = [[job for k, job in enumerate(jobs) if k % workers == number] for number in range(workers)]
        found = pool.map(_lane, trees, lanes)
        return [each for lane in found for each in lane]


def _lane(tree: Path, jobs: list[Mutant]) -> list[tuple[str, str]]:
    """The mutants of one copy that no test noticed. Raises RuntimeError where the tests fail without any."""
    left: list[tuple[str, str]] = []
    if not survives(tree, FILES[0], _source(tree, FILES[0])):
        raise RuntimeError("The tests of the judge fail as it is: nothing can be learnt from mutants.")
    for number, mutant in enumerate(jobs, 1):
        name, source = mutant.made(_source(tree, mutant.file))
        if survives(tree, mutant.file, source):
            print(f"survived: {mutant.file}.py {name}", flush=True)
            left.append((mutant.file, name))
        print(f"{number} of {len(jobs)} in this lane, {len(left)} survived", file=sys.stderr, flush=True)
    return left


if __name__ == "__main__":
    main()
