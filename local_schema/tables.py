"""Every table of a mirror file. The same schema serves an account's mirror and the machine's own."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, MetaData, Table, Text, text

from domain.records import ALL, Record, entity_of
from local_schema.columns import columns_of

# Raised with each migration in `migrations/versions`; kept in the file as SQLite's user_version.
VERSION = 1

METADATA = MetaData()

# One table per synced entity, by its name on the wire.
ENTITIES: dict[str, Table] = {entity.name: Table(entity.name, METADATA, *columns_of(entity)) for entity in ALL}


def table_of(record: type[Record]) -> Table:
    """The table of a record. Raises KeyError for what is not synced."""
    return ENTITIES[entity_of(record).name]


# What the readings look for beside the key. Each costs every insert: no index without a reading that needs it.
_LOOKED_FOR = (
    ("student_attempt", "student_id", "created_at"),
    ("points_entry", "student_id"),
    ("badge_award", "user_id", "awarded_at"),
    ("role_engagement", "user_id", "skill_role_id"),
    ("achievement_share", "shared_at"),
    ("achievement_share", "student_id"),
    ("social_engagement", "target_id"),
    ("comment", "share_id"),
    ("class_enrollment", "class_id"),
    ("class_enrollment", "student_id"),
    ("student_assignment", "student_id"),
    ("step_done", "student_id"),
)
for _table, *_columns in _LOOKED_FOR:
    Index(f"{_table}_by_{'_'.join(_columns)}", *(ENTITIES[_table].c[name] for name in _columns))

# Few rows of many: what the school's judge could not agree with.
_VERDICTS = ENTITIES["attempt_verdict"]
Index(
    "attempt_verdict_in_doubt", _VERDICTS.c.student_id, sqlite_where=_VERDICTS.c.verdict.notin_(("verified", "pending"))
)
Index("attempt_review_by_attempt", ENTITIES["attempt_review"].c.attempt_id)

OUTBOX = Table(
    "outbox",
    METADATA,
    # Gapless in this file: what was made in one transaction has neighbouring numbers.
    Column("dev_seq", Integer, primary_key=True, autoincrement=False),
    Column("entity", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("stamp", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("priority", Integer, nullable=False),
    # waiting or refused; what the centre has taken leaves the outbox.
    Column("state", Text, nullable=False),
    Column("code", Text),
    Column("text", Text),
    Column("at", BigInteger, nullable=False),
    # The fields and stamps that an edit replaced, to put back when a refused edit is discarded.
    Column("undo", Text),
    Index("outbox_by_state", "state", "priority", "dev_seq"),
    Index("outbox_by_row", "entity", "id"),
)

BUCKET_CURSOR = Table(
    "bucket_cursor",
    METADATA,
    Column("bucket_key", Integer, primary_key=True),
    Column("bucket", Text, nullable=False, unique=True),
    Column("seq", BigInteger, nullable=False),
    # The lowest seq that was read of a bucket that is read newest first; 0 once nothing is left below it.
    Column("back", BigInteger, nullable=False, server_default=text("0")),
    # Order-free hash and count of the rows held from this bucket, compared with the centre's when all is read.
    Column("hash", BigInteger, nullable=False),
    Column("count", Integer, nullable=False),
    # Counts the comparisons row by row: while one runs, rows of an older generation are those not seen again yet.
    Column("generation", Integer, nullable=False),
    # '', or why such a comparison runs: 'hash' where the sums did not fit, 'epoch' after the centre was restored.
    Column("rescan", Text, nullable=False),
)

BUCKET_ROW = Table(
    "bucket_row",
    METADATA,
    Column("entity", Text, primary_key=True),
    Column("row_id", Text, primary_key=True),
    Column("bucket_key", Integer, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("generation", Integer, nullable=False),
    sqlite_with_rowid=False,
)

MIRROR_STATE = Table(
    "mirror_state",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

# Notes that somebody of the staff has asked the centre for: kept for a few days, so that a lesson needs no network.
FETCHED_PERFORMANCE = Table(
    "fetched_performance",
    METADATA,
    Column("attempt_id", Text, primary_key=True),
    Column("student_id", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("fetched_at", BigInteger, nullable=False),
)

# In the machine's mirror only: who has used this machine, and how their tries and leases stand.
LOCAL_ACCOUNT = Table(
    "local_account",
    METADATA,
    Column("user_id", Text, primary_key=True),
    Column("org_id", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("display_name", Text, nullable=False),
    Column("avatar", Text, nullable=False),
    # The argon2id hash given with an online sign-in, for those whose tile is not on this machine.
    Column("verifier", Text),
    Column("granted_at", BigInteger),
    Column("signed_in", Boolean, nullable=False),
    Column("last_signed_in_at", BigInteger),
    Column("failed", Integer, nullable=False),
    Column("failed_at", BigInteger),
    Column("wait_until", BigInteger),
    Column("last_contact_at", BigInteger),
)

# Derived: sums of facts, written in the facts' own transaction and always equal to a recomputation.
STAGE_SUMMARY = Table(
    "stage_summary",
    METADATA,
    Column("student_id", Text, primary_key=True),
    Column("stage_id", Text, primary_key=True),
    Column("attempts", Integer, nullable=False),
    Column("passed", Integer, nullable=False),
    Column("best", BigInteger, nullable=False),
    Column("ms", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

STEP_SUMMARY = Table(
    "step_summary",
    METADATA,
    Column("student_id", Text, primary_key=True),
    Column("step_id", Text, primary_key=True),
    Column("attempts", Integer, nullable=False),
    Column("passed", Integer, nullable=False),
    Column("best", BigInteger, nullable=False),
    Column("ms", BigInteger, nullable=False),
    Column("first_at", BigInteger, nullable=False),
    Column("last_at", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

CONCEPT_SUM = Table(
    "concept_sum",
    METADATA,
    Column("student_id", Text, primary_key=True),
    Column("concept", Text, primary_key=True),
    Column("right_answers", BigInteger, nullable=False),
    Column("answers", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

# By week and not by day: a seventh of the rows, so that an intake of years stays in the page cache.
STUDENT_WEEK = Table(
    "student_week",
    METADATA,
    Column("student_id", Text, primary_key=True),
    # Its Monday, as the number of days since 0001-01-01 is 1 (Python's ordinal).
    Column("monday", Integer, primary_key=True),
    # The days on which was played: bit 0 is Monday.
    Column("days", Integer, nullable=False),
    Column("points", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

STUDENT_SUMMARY = Table(
    "student_summary",
    METADATA,
    Column("student_id", Text, primary_key=True),
    Column("attempts", Integer, nullable=False),
    Column("passed", Integer, nullable=False),
    Column("ms", BigInteger, nullable=False),
    Column("points", BigInteger, nullable=False),
    Column("last_played_at", BigInteger),
    # Not sums: counted anew from their facts once `stale` says that those have changed.
    Column("stale", Boolean, nullable=False),
    Column("streak_days", Integer, nullable=False),
    Column("streak_last_day", Text),
    Column("badges", Integer, nullable=False),
    Column("top_award_id", Text),
    Column("assignments_done", Integer, nullable=False),
    Column("assignments_total", Integer, nullable=False),
    sqlite_with_rowid=False,
)

EARNED_BADGE = Table(
    "earned_badge",
    METADATA,
    Column("user_id", Text, primary_key=True),
    Column("badge_id", Text, primary_key=True),
    Column("level", Integer, nullable=False),
    Column("award_id", Text, nullable=False),
    Column("crossed_at", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

DERIVED = (STAGE_SUMMARY, STEP_SUMMARY, CONCEPT_SUM, STUDENT_WEEK, STUDENT_SUMMARY, EARNED_BADGE)
