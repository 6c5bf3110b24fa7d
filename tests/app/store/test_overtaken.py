"""What was refused and said anew since is not kept to be sent again: it would bring back what was taken back."""

from __future__ import annotations

from store_rig import answered

from app.store.keeper import Desk, Keeper
from app.store.outbox import NOTHING_THERE, sync_state
from app.store.readings import Account
from app.store.signing_in import grant
from domain.records.community import Comment
from domain.records.wire import OpVerdict, Outcome


def queued(keeper: Keeper) -> list[tuple[int, str, str]]:
    def work(desk: Desk) -> list[tuple[int, str, str]]:
        with desk.mirror("u-mia").reading() as connection:
            sql = "SELECT dev_seq, verb, state FROM outbox ORDER BY dev_seq"
            return [(n, verb, state) for n, verb, state in connection.exec_driver_sql(sql).fetchall()]

    return keeper.submit(work).result()


def say(keeper: Keeper, *, withdrawn: bool) -> None:
    def work(desk: Desk) -> None:
        with desk.mirror("u-mia").writing() as writing:
            if withdrawn:
                writing.edit(Comment, "c1", {"withdrawn": True})
                return
            said = {"share_id": "s1", "author_id": "u-mia", "author_name": "Mia", "phrase_id": "well_done", "at": 1}
            writing.put(Comment(org_id="org-1", id="c1", **said))

    keeper.submit(work).result()


def test_a_refused_comment_that_is_taken_back_is_not_sent_again_to_a_restored_centre(
    keeper: Keeper, mia: Account
) -> None:
    grant(keeper=keeper, account=mia, verifier="v").result()
    say(keeper, withdrawn=False)
    say(keeper, withdrawn=True)
    answered(keeper, "u-mia", [
        OpVerdict(1, Outcome.REFUSED, "no_right", "Comments are off."),
        OpVerdict(2, Outcome.REFUSED, NOTHING_THERE, "What was to be changed is not there."),
    ])  # fmt: skip
    assert queued(keeper) == [(1, "add", "refused"), (3, "add", "waiting")]
    answered(keeper, "u-mia", [OpVerdict(3, Outcome.OK)])
    assert queued(keeper) == []
    assert sync_state(keeper=keeper, account=mia).result().refused == ()
