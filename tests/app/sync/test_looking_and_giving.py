"""Listening again, deciding about doubts and giving work: between real machines and a centre that goes and comes."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from test_the_road import play, signed_in, warm

from app.giving import Giving
from app.looking import Looking
from app.sound.silent import Silent
from app.store.dashboard import assignment_player, student_dashboard
from app.store.playing import finish_attempt, start_attempt
from app.store.problems import StoreProblem
from app.store.readings import Account, StepState
from app.sync.carrier import NoAnswer
from app.sync.enrolment import sign_in_online
from domain.games import ALL
from domain.games.pupils import played_through
from domain.learning import building
from domain.records.curriculum import OwnElement
from domain.records.progress import StepElement


class Place:
    """A machine with somebody at it, and what views may call to look back and to give work."""

    def __init__(self, machine, account: Account) -> None:  # type: ignore[no-untyped-def]
        self.machine, self.account, keeper = machine, account, machine.keeper
        self.looking = Looking(keeper=keeper, sound=Silent(), steady=lambda: 0)
        self.giving = Giving(keeper=keeper, sound=Silent(), catalogue=keeper.catalogue)
        self.look, self.work = self.looking.rooms(), self.giving.rooms()

    def close(self) -> None:
        self.looking.close()
        self.giving.close()


@pytest.fixture
def teacher(world) -> Iterator[Place]:  # type: ignore[no-untyped-def]
    desk = world.machine("desk").enrol().begin()
    made = Place(desk, sign_in_online(keeper=desk.keeper, username="ms.lee", secret="music-room-7"))
    yield made
    made.close()


@pytest.fixture
def mia(world) -> Iterator[Place]:  # type: ignore[no-untyped-def]
    lab = warm(world)
    made = Place(lab, signed_in(lab, world.mia))
    yield made
    made.close()


def claimed(world, mia: Place) -> str:  # type: ignore[no-untyped-def]
    """Mia plays badly, and her computer says that it was perfect."""
    attempt = start_attempt(
        keeper=mia.machine.keeper, account=mia.account, game_id=world.game.game_id, stage_id=world.stage.stage_id
    ).result()
    game = ALL[world.game.family](world.game, world.stage, attempt.seed, attempt.level, draw=False)
    played = played_through(game, seed=3, skill=0.2)
    said = msgspec.structs.replace(played.outcome, score=played.outcome.max_possible_score, passed=True)
    finish_attempt(
        keeper=mia.machine.keeper,
        account=mia.account,
        attempt=attempt,
        outcome=said,
        duration_ms=-(-played.duration // 1000),
        events=played.events,
    ).result()
    return attempt.attempt_id


def arrives(world, at: Place, attempt_id: str) -> None:  # type: ignore[no-untyped-def]
    """Wait until a play with its verdict has come to somebody's mirror."""

    def there() -> bool:
        world.centre.judging.judge_all(world.org)
        at.machine.road.kick()
        sql = "SELECT count(*) FROM student_attempt AS a JOIN attempt_verdict AS v ON v.id = a.id WHERE a.id = ?"

        def work(desk) -> int:  # type: ignore[no-untyped-def]
            with desk.mirror(at.account.user_id).reading() as connection:
                return int(connection.exec_driver_sql(sql, (attempt_id,)).scalar_one())

        return bool(at.machine.keeper.submit(work).result())

    at.machine.until(there)


def test_a_teacher_hears_a_play_and_hears_it_again_without_a_network(world, teacher: Place, mia: Place) -> None:  # type: ignore[no-untyped-def]
    first = play(world, mia.machine.keeper, mia.account)
    second = play(world, mia.machine.keeper, mia.account)
    arrives(world, teacher, first.attempt_id)
    arrives(world, teacher, second.attempt_id)
    heard = teacher.look.replay(teacher.account, first.attempt_id).result()
    assert heard.retold.outcome is not None
    assert heard.retold.outcome.score == first.outcome.score
    assert (heard.student.display_name, heard.mine, heard.doubt) == ("Mia", False, None)
    world.serving.stop()
    assert teacher.look.replay(teacher.account, first.attempt_id).result() == heard
    with pytest.raises(StoreProblem, match="no contact just now"):
        teacher.look.replay(teacher.account, second.attempt_id).result()
    own = mia.look.replay(mia.account, second.attempt_id).result()
    assert own.mine
    assert [line.note for line in own.retold.lines] == list(second.outcome.notes)


def test_nobody_hears_another_childs_play(world, teacher: Place, mia: Place) -> None:  # type: ignore[no-untyped-def]
    done = play(world, mia.machine.keeper, mia.account)
    arrives(world, teacher, done.attempt_id)
    ben = Place(mia.machine, signed_in(mia.machine, world.ben))
    with pytest.raises(StoreProblem, match="not on this computer"):
        ben.look.replay(ben.account, done.attempt_id).result()
    with pytest.raises((StoreProblem, NoAnswer)):
        teacher.look.replay(teacher.account, "no-such-play").result()
    ben.close()


def test_a_doubt_is_decided_offline_and_reaches_the_student_with_a_kind_word(  # type: ignore[no-untyped-def]
    world, teacher: Place, mia: Place
) -> None:
    attempt_id = claimed(world, mia)
    arrives(world, teacher, attempt_id)
    (card,) = teacher.look.to_listen(teacher.account).result()
    assert (card.attempt_id, card.waiting, card.student.display_name) == (attempt_id, True, "Mia")
    assert card.centre_score is not None
    assert card.centre_score < card.score
    assert teacher.look.replay(teacher.account, attempt_id).result().doubt is not None
    world.serving.stop()
    (card,) = teacher.look.decide_doubt(teacher.account, attempt_id, True, "lovely").result()
    assert (card.waiting, card.accepted) == (False, True)
    with pytest.raises(StoreProblem, match="pick one of the sentences"):
        teacher.look.decide_doubt(teacher.account, attempt_id, False, "lovely").result()
    world.serving.start()
    teacher.machine.road.kick()

    def told() -> bool:
        world.centre.judging.judge_all(world.org)
        teacher.machine.road.kick()
        mia.machine.road.kick()
        replay = mia.look.replay(mia.account, attempt_id).result()
        return replay.accepted is True and replay.said is not None

    mia.machine.until(told)
    assert mia.look.replay(mia.account, attempt_id).result().doubt is None


def test_the_weeks_of_a_class_are_those_of_its_students(world, teacher: Place, mia: Place) -> None:  # type: ignore[no-untyped-def]
    done = play(world, mia.machine.keeper, mia.account)
    arrives(world, teacher, done.attempt_id)
    own = mia.look.heat(mia.account, mia.account.user_id, None).result()
    assert sum(row.of for row in own.concepts) == sum(of for _, of in done.outcome.concepts.values())
    assert own.notes
    assert teacher.look.heat(teacher.account, None, world.piano).result() == own
    assert teacher.look.heat(teacher.account, world.mia, None).result() == own
    with pytest.raises(StoreProblem):
        mia.look.heat(mia.account, world.ben, None).result()
    assert [row.attempt_id for row in mia.look.plays(mia.account).result()] == [done.attempt_id]


def test_work_is_given_offline_reaches_the_student_and_is_put_away(world, teacher: Place, mia: Place) -> None:  # type: ignore[no-untyped-def]
    teacher.machine.until(lambda: len(teacher.work.page(teacher.account, world.piano).result().people) == 2)
    page = teacher.work.page(teacher.account, world.piano).result()
    life = page.pathways[0]
    first, second = (each.assignment_def_id for each in life.groups[0].assignments[:2])
    world.serving.stop()
    given = teacher.work.give(
        teacher.account, world.piano, life.sequence_id, [first, second], [world.mia], "2099-01-01"
    ).result()
    assert (given.given, given.had_it) == (2, 0)
    again = teacher.work.give(teacher.account, world.piano, life.sequence_id, [first], [world.mia], None).result()
    assert (again.given, again.had_it) == (0, 1)
    with pytest.raises(StoreProblem, match="in the future"):
        teacher.work.give(teacher.account, world.piano, life.sequence_id, [first], [world.ben], "2020-01-01").result()
    world.serving.start()
    teacher.machine.road.kick()

    def names() -> list[str]:
        mia.machine.road.kick()
        return [
            card.name for card in student_dashboard(keeper=mia.machine.keeper, account=mia.account).result().assignments
        ]

    wanted = [each.name for each in life.groups[0].assignments[:2]]
    mia.machine.until(lambda: names() == [*wanted, "Week 1"])
    cards = teacher.work.given(teacher.account, world.piano).result().cards
    ours = next(card for card in cards if card.name == wanted[0])
    assert (ours.people, ours.done, ours.archived) == (1, 0, False)
    assert teacher.work.put_away(teacher.account, ours.assignment_ids, True).result() == 1
    teacher.machine.road.kick()
    mia.machine.until(lambda: wanted[0] not in names())


def test_a_pathway_of_ones_own_is_built_published_given_and_read(world, teacher: Place, mia: Place) -> None:  # type: ignore[no-untyped-def]
    account = teacher.account
    own = teacher.work.begin_pathway(account, "  Carols  ").result()
    with pytest.raises(StoreProblem, match="can't be published"):
        teacher.work.keep_pathway(account, msgspec.structs.replace(own, status="published")).result()
    own = building.add_assignment(building.add_group(own, "December"), "G-01", "Silent night")
    text = OwnElement(element_id=building.element_id(own, StepElement.TXT), name="Sing first", body="Sing it twice.")
    own = building.add_element(own, ("G-01", "A-01"), text)
    own = building.add_game(own, ("G-01", "A-01"), world.stage.stage_id)
    own = teacher.work.keep_pathway(account, msgspec.structs.replace(own, status="published")).result()
    teacher.machine.until(lambda: len(teacher.work.page(account, world.piano).result().people) == 2)
    pathway = next(p for p in teacher.work.page(account, world.piano).result().pathways if p.own_id == own.id)
    assert (pathway.name, pathway.mine, pathway.problem) == ("Carols", True, None)
    definition = pathway.groups[0].assignments[0].assignment_def_id
    teacher.work.give(account, world.piano, pathway.sequence_id, [definition], [world.mia, world.ben], None).result()
    teacher.machine.road.kick()

    def player():  # type: ignore[no-untyped-def]
        mia.machine.road.kick()
        board = student_dashboard(keeper=mia.machine.keeper, account=mia.account).result()
        ids = [card.assignment_id for card in board.assignments if card.name == "Silent night"]
        return (
            assignment_player(keeper=mia.machine.keeper, account=mia.account, assignment_id=ids[0]).result()
            if ids
            else None
        )

    mia.machine.until(lambda: player() is not None)
    shown = player()
    assert [step.state for step in shown.steps] == [StepState.AVAILABLE, StepState.LOCKED]
    mia.machine.until(lambda: mia.work.element(mia.account, shown.steps[0]).result() is not None)
    element = mia.work.element(mia.account, shown.steps[0]).result()
    assert element is not None
    assert element.body == "Sing it twice."


def test_a_group_is_named_kept_and_put_away(world, teacher: Place) -> None:  # type: ignore[no-untyped-def]
    teacher.machine.until(lambda: len(teacher.work.page(teacher.account, world.piano).result().people) == 2)
    (group,) = teacher.work.keep_group(teacher.account, world.piano, " Duo ", [world.mia, world.ben], None).result()
    assert (group.name, group.student_ids) == ("Duo", tuple(sorted((world.mia, world.ben))))
    with pytest.raises(StoreProblem, match="needs a name"):
        teacher.work.keep_group(teacher.account, world.piano, " ", [world.mia], None).result()
    assert teacher.work.drop_group(teacher.account, world.piano, group.group_id).result() == ()
