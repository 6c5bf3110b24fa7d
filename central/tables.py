"""Every table of the centre: one per synced entity, and the centre's own. `org_id` is first in every key.

`GLOBAL` names the few tables that hold no organisation's data; all others are under row-level security.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, LargeBinary, MetaData, Table, Text

from central.columns import columns_of
from domain.records import ALL, Record, entity_of

# The revision of `central/migrations` that these tables stand for.
REVISION = "0015"

METADATA = MetaData()

# Wide rows: on SQLite they stay in a table with rowids, which keeps the tree of their keys small.
ENTITIES: dict[str, Table] = {entity.name: Table(entity.name, METADATA, *columns_of(entity)) for entity in ALL}


def table_of(record: type[Record]) -> Table:
    """The table of a record. Raises KeyError for what is not synced."""
    return ENTITIES[entity_of(record).name]


# What the centre looks for beside the key. Each costs every insert: no index without a question that needs it.
_LOOKED_FOR = (
    ("student_attempt", "student_id", "created_at"),
    ("points_entry", "student_id"),
    ("badge_award", "user_id"),
    ("role_engagement", "user_id"),
    ("award_revocation", "user_id"),
    ("challenge_score", "challenge_id"),
    ("challenge_score", "student_id"),
    ("attempt_verdict", "student_id"),
    ("attempt_review", "attempt_id"),
    ("attempt_review", "student_id"),
    ("custom_sequence", "sequence_id"),
    ("step_done", "student_id"),
    ("student_assignment", "student_id"),
    ("achievement_share", "student_id"),
    ("achievement_share", "achievement_id"),
    ("comment", "share_id"),
    ("comment", "author_id"),
    ("social_engagement", "target_id"),
    ("social_engagement", "actor_user_id"),
    ("class_enrollment", "class_id"),
    ("class_enrollment", "student_id"),
    ("school_class", "teacher_id"),
    ("guardian_link", "guardian_id"),
    ("guardian_link", "student_id"),
    ("consent_record", "student_id"),
    ("sharing_override", "student_id"),
    ("guardian_limit", "student_id"),
    ("item_report", "target_id"),
    ("moderation_action", "target_id"),
    ("appeal", "target_id"),
    ("highlight", "share_id"),
    ("showcase", "student_id"),
)
for _table, *_columns in _LOOKED_FOR:
    Index(
        f"{_table}_by_{'_'.join(_columns)}",
        ENTITIES[_table].c.org_id,
        *(ENTITIES[_table].c[name] for name in _columns),
    )

BUCKET_ROW = Table(
    "bucket_row",
    METADATA,
    Column("org_id", Text, primary_key=True),
    Column("bucket", Text, primary_key=True),
    Column("entity", Text, primary_key=True),
    Column("row_id", Text, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("gone", Boolean, nullable=False),
    Index("bucket_row_by_seq", "org_id", "bucket", "seq"),
    sqlite_with_rowid=False,
)

BUCKET_HEAD = Table(
    "bucket_head",
    METADATA,
    Column("org_id", Text, primary_key=True),
    Column("bucket", Text, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("hash", BigInteger, nullable=False),
    Column("count", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

EPOCH = Table(
    "epoch",
    METADATA,
    # Always 1: there is one epoch, new after every restore from a backup.
    Column("one", BigInteger, primary_key=True, autoincrement=False),
    Column("epoch", Text, nullable=False),
    Column("since", BigInteger, nullable=False),
)

# What a mirror has sent, so that a repeat is known and a cloned disk is noticed.
HEARD = Table(
    "heard",
    METADATA,
    Column("org_id", Text, primary_key=True),
    Column("device_id", Text, primary_key=True),
    Column("mirror", Text, primary_key=True),
    Column("dev_seq", BigInteger, primary_key=True),
    Column("digest", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

TO_JUDGE = Table(
    "to_judge",
    METADATA,
    Column("org_id", Text, primary_key=True),
    Column("attempt_id", Text, primary_key=True),
    Column("received_at", BigInteger, nullable=False),
    # Whether the notes are here too: an attempt without them waits a while and must not hold up the others.
    Column("notes", Boolean, nullable=False),
    Index("to_judge_by_time", "org_id", "notes", "received_at"),
    sqlite_with_rowid=False,
)

# Performances that were verified, to be known again under another attempt.
PERFORMANCE_MARK = Table(
    "performance_mark",
    METADATA,
    Column("org_id", Text, primary_key=True),
    Column("mark", BigInteger, primary_key=True, autoincrement=False),
    Column("attempt_id", Text, nullable=False),
    Index("performance_mark_by_attempt", "org_id", "attempt_id"),
    sqlite_with_rowid=False,
)

CREDENTIAL = Table(
    "credential",
    METADATA,
    Column("org_id", Text, primary_key=True),
    Column("user_id", Text, primary_key=True),
    Column("username", Text, nullable=False),
    # The user name in lower case: unique in the organisation (decision 5).
    Column("username_key", Text, nullable=False),
    Column("secret_hash", Text, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
    Index("credential_by_username", "org_id", "username_key", unique=True),
    sqlite_with_rowid=False,
)

DEVICE = Table(
    "device",
    METADATA,
    Column("org_id", Text, primary_key=True),
    Column("device_id", Text, primary_key=True),
    Column("site_id", Text, nullable=False),
    Column("class_id", Text),
    Column("purpose", Text, nullable=False),
    # The only account of a display; None where the people of the school sign in.
    Column("account", Text),
    Column("token_hash", Text, nullable=False),
    Column("enrolled_at", BigInteger, nullable=False),
    Column("contact_at", BigInteger),
    Column("cloned_at", BigInteger),
    Column("revoked_at", BigInteger),
    Index("device_by_token", "org_id", "token_hash"),
    sqlite_with_rowid=False,
)

DEVICE_GRANT = Table(
    "device_grant",
    METADATA,
    Column("org_id", Text, primary_key=True),
    Column("device_id", Text, primary_key=True),
    Column("user_id", Text, primary_key=True),
    Column("granted_at", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

SESSION = Table(
    "session",
    METADATA,
    Column("org_id", Text, primary_key=True),
    Column("token_hash", Text, primary_key=True),
    Column("user_id", Text, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

SIGN_IN_TRY = Table(
    "sign_in_try",
    METADATA,
    Column("org_id", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("failures", BigInteger, nullable=False),
    Column("wait_until", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

AUDIT = Table(
    "audit",
    METADATA,
    Column("org_id", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("target", Text, nullable=False),
    # The chain: a hash over this line and the hash before it (decision 11).
    Column("chain", Text, nullable=False),
    sqlite_with_rowid=False,
)

# The pictures of badges: the drawing as it was read, and what clients get (decision 16).
BADGE_ICON = Table(
    "badge_icon",
    METADATA,
    Column("org_id", Text, primary_key=True),
    Column("badge_id", Text, primary_key=True),
    Column("svg", Text, nullable=False),
    Column("png", LargeBinary, nullable=False),
    Column("uploaded_at", BigInteger, nullable=False),
)

# The keys with which an organisation signs credentials: the private half is sealed with a secret kept elsewhere.
SIGNING_KEY = Table(
    "signing_key",
    METADATA,
    Column("org_id", Text, primary_key=True),
    Column("key_id", Text, primary_key=True),
    Column("public_key", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("retired_at", BigInteger),
    Column("withdrawn", Boolean, nullable=False),
)

# Which bit of the status list is whose. That an award was taken back is not kept here: it follows from its revocation.
ISSUED_CREDENTIAL = Table(
    "issued_credential",
    METADATA,
    Column("org_id", Text, primary_key=True),
    Column("award_id", Text, primary_key=True),
    Column("place", BigInteger, nullable=False),
    Column("issued_at", BigInteger, nullable=False),
    Index("issued_credential_by_place", "org_id", "place", unique=True),
)

# Short codes lead a machine to its organisation before it knows one. Only a code's hash is kept, and for a day at most.
PAIRING = Table(
    "pairing",
    METADATA,
    Column("code_hash", Text, primary_key=True),
    Column("purpose", Text, nullable=False),
    Column("poll_hash", Text),
    Column("machine_name", Text, nullable=False),
    Column("org_id", Text),
    Column("site_id", Text),
    Column("device_id", Text),
    Column("expires_at", BigInteger, nullable=False),
    Index("pairing_by_poll", "poll_hash"),
)

# The world board. `world_entry` holds all that crosses organisations: no key of a person or of an organisation.
WORLD_ENTRY = Table(
    "world_entry",
    METADATA,
    Column("season", Text, primary_key=True),
    Column("stage_id", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("score", BigInteger, nullable=False),
    Column("day", Text, nullable=False),
    Index("world_entry_by_score", "season", "stage_id", "score"),
)
# Names that are given in a season, so that each is one person's.
WORLD_NAME_GIVEN = Table(
    "world_name_given",
    METADATA,
    Column("season", Text, primary_key=True),
    Column("name", Text, primary_key=True),
)
# A random token for each organisation that is on a board: only how many there are is ever read.
WORLD_PRESENCE = Table(
    "world_presence",
    METADATA,
    Column("season", Text, primary_key=True),
    Column("stage_id", Text, primary_key=True),
    Column("token", Text, primary_key=True),
)
# Kept at home only: whose a name is, and which token is the organisation's.
WORLD_NAME = Table(
    "world_name",
    METADATA,
    Column("org_id", Text, primary_key=True),
    Column("season", Text, primary_key=True),
    Column("user_id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    sqlite_with_rowid=False,
)
WORLD_TOKEN = Table(
    "world_token",
    METADATA,
    Column("org_id", Text, primary_key=True),
    Column("season", Text, primary_key=True),
    Column("stage_id", Text, primary_key=True),
    Column("token", Text, nullable=False),
    sqlite_with_rowid=False,
)

GLOBAL = frozenset({"epoch", "pairing", "world_entry", "world_name_given", "world_presence"})
TENANT_TABLES: tuple[str, ...] = tuple(name for name in METADATA.tables if name not in GLOBAL)
