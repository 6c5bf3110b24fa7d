"""The first tables, and row-level security on PostgreSQL."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Written out, not taken from the code: a revision stays what it was. `*` is part of the key, `!` is never empty.
TABLES = {
    "organization": """
        org_id:text* id:text* org_name:text! org_type:text status:text time_zone:text
        community_opt_in:boolean stamps:text extra:text seen_in:text!
    """,
    "site": """
        org_id:text* id:text* site_name:text! stamps:text extra:text seen_in:text!
    """,
    "member": """
        org_id:text* id:text* role:text! display_name:text! avatar:text site_id:text status:text
        age_band:text stamps:text extra:text seen_in:text!
    """,
    "roster_name": """
        org_id:text* id:text* given_name:text! family_name:text! stamps:text extra:text
        seen_in:text!
    """,
    "school_class": """
        org_id:text* id:text* site_id:text! teacher_id:text! class_name:text! grade_level:text
        is_generic:boolean max_students:bigint status:text stamps:text extra:text seen_in:text!
    """,
    "class_enrollment": """
        org_id:text* id:text* class_id:text! student_id:text! enrolled_at:bigint! present:boolean
        stamps:text extra:text seen_in:text!
    """,
    "sign_in_tile": """
        org_id:text* id:text* role:text! display_name:text! avatar:text! site_id:text! classes:text!
        verifier:text! status:text stamps:text extra:text seen_in:text!
    """,
    "guardian_link": """
        org_id:text* id:text* guardian_id:text! student_id:text! verified_at:bigint present:boolean
        stamps:text extra:text seen_in:text!
    """,
    "consent_record": """
        org_id:text* id:text* guardian_id:text! student_id:text! subject:text! granted:boolean!
        at:bigint! stamps:text extra:text seen_in:text!
    """,
    "machine": """
        org_id:text* id:text* site_id:text! machine_name:text! purpose:text class_id:text
        last_contact_at:bigint waiting:bigint revoked_at:bigint stamps:text extra:text seen_in:text!
    """,
    "student_assignment": """
        org_id:text* id:text* student_id:text! class_id:text sequence_id:text!
        sequence_version:bigint! group_id:text! assignment_def_id:text! name:text! description:text
        assigned_by_user_id:text! due_at:bigint archived_at:bigint created_at:bigint!
        policy_snapshot:text steps:text stamps:text extra:text seen_in:text!
    """,
    "student_attempt": """
        org_id:text* id:text* student_id:text! step_id:text game_id:text! stage_id:text!
        game_version:bigint stage_version:bigint score:bigint! max_possible_score:bigint!
        passed:boolean! duration_ms:bigint! play_type:text! session_data:text! created_at:bigint!
        played_on:text! time_zone:text stamps:text extra:text seen_in:text!
    """,
    "performance": """
        org_id:text* id:text* student_id:text! input_kind:text! sound_offset:bigint events:text!
        stamps:text extra:text seen_in:text!
    """,
    "attempt_verdict": """
        org_id:text* id:text* student_id:text! verdict:text! score:bigint! passed:boolean!
        judge_version:bigint! judged_at:bigint! stamps:text extra:text seen_in:text!
    """,
    "step_done": """
        org_id:text* id:text* student_id:text! step_id:text! done_at:bigint! stamps:text extra:text
        seen_in:text!
    """,
    "skill_role": """
        org_id:text* id:text* role_code:text! role_name:text! status:text stamps:text extra:text
        seen_in:text!
    """,
    "badge": """
        org_id:text* id:text* badge_code:text! badge_kind:text! skill_role_id:text name:text!
        description:text status:text rarity:text points_value:bigint criteria:text collection:text
        icon_path:text sort_order:bigint thresholds:text stamps:text extra:text seen_in:text!
    """,
    "role_engagement": """
        org_id:text* id:text* user_id:text! skill_role_id:text! source:text! ref_id:text!
        occurred_on:text! occurred_at:bigint! is_recognized:boolean revoked_reason:text stamps:text
        extra:text seen_in:text!
    """,
    "badge_award": """
        org_id:text* id:text* user_id:text! badge_id:text! level:bigint! crossed_at:bigint!
        awarded_at:bigint! evidence:text stamps:text extra:text seen_in:text!
    """,
    "award_revocation": """
        org_id:text* id:text* user_id:text! reason:text! revoked_at:bigint! revoked_by:text!
        stamps:text extra:text seen_in:text!
    """,
    "points_entry": """
        org_id:text* id:text* student_id:text! points:bigint! reason:text! ref_type:text!
        ref_id:text! earned_at:bigint! earned_on:text! stamps:text extra:text seen_in:text!
    """,
    "challenge": """
        org_id:text* id:text* game_id:text! stage_id:text! name:text! description:text
        start_at:bigint! end_at:bigint! seed:bigint class_id:text stamps:text extra:text
        seen_in:text!
    """,
    "rest_day": """
        org_id:text* id:text* class_id:text student_id:text day:text! present:boolean stamps:text
        extra:text seen_in:text!
    """,
    "achievement_share": """
        org_id:text* id:text* student_id:text! author_name:text! author_avatar:text!
        achievement_type:text! achievement_id:text! title:text! context:text level:bigint
        rarity:text icon:text message:text scope:text shared_at:bigint! withdrawn:boolean
        automatic:boolean moderation:text message_state:text is_featured:boolean stamps:text
        extra:text seen_in:text!
    """,
    "social_engagement": """
        org_id:text* id:text* actor_user_id:text! target_type:text! target_id:text! engagement:text!
        at:bigint! present:boolean stamps:text extra:text seen_in:text!
    """,
    "comment": """
        org_id:text* id:text* share_id:text! author_id:text! author_name:text! phrase_id:text
        text:text at:bigint! withdrawn:boolean moderation:text stamps:text extra:text seen_in:text!
    """,
    "engagement_counts": """
        org_id:text* id:text* likes:bigint celebrations:bigint comments:bigint stamps:text
        extra:text seen_in:text!
    """,
    "public_profile": """
        org_id:text* id:text* display_name:text! avatar:text bio_phrase:text bio_text:text
        region:text scope:text showcase:text styling:text moderation:text stamps:text extra:text
        seen_in:text!
    """,
    "sharing_preferences": """
        org_id:text* id:text* default_scope:text automatic:text boards:boolean
        reduced_motion:boolean theme:text text_percent:bigint stamps:text extra:text seen_in:text!
    """,
    "class_policy": """
        org_id:text* id:text* sharing_enabled:boolean allowed_types:text default_scope:text
        comment_mode:text stamps:text extra:text seen_in:text!
    """,
    "sharing_override": """
        org_id:text* id:text* student_id:text! teacher_id:text! scope:text stamps:text extra:text
        seen_in:text!
    """,
    "guardian_limit": """
        org_id:text* id:text* student_id:text! guardian_id:text! scope:text stamps:text extra:text
        seen_in:text!
    """,
    "moderation_action": """
        org_id:text* id:text* target_type:text! target_id:text! actor_id:text! action:text!
        reason:text at:bigint! seen:text text_seen:text until:bigint stamps:text extra:text
        seen_in:text!
    """,
    "item_report": """
        org_id:text* id:text* target_type:text! target_id:text! reporter_id:text! reason:text!
        at:bigint! stamps:text extra:text seen_in:text!
    """,
    "highlight": """
        org_id:text* id:text* class_id:text! share_id:text! kind:text! note:text from_at:bigint!
        until_at:bigint! present:boolean stamps:text extra:text seen_in:text!
    """,
    "message": """
        org_id:text* id:text* from_user_id:text! to_user_id:text! subject:text! body:text!
        created_at:bigint! read_at:bigint stamps:text extra:text seen_in:text!
    """,
    "notification": """
        org_id:text* id:text* user_id:text! notice:text! title:text! body:text action_url:text
        created_at:bigint! stamps:text extra:text seen_in:text!
    """,
    "notification_read": """
        org_id:text* id:text* user_id:text! at:bigint! present:boolean stamps:text extra:text
        seen_in:text!
    """,
    "announcement": """
        org_id:text* id:text* title:text! content:text! target_roles:text priority:text
        publish_at:bigint! expire_at:bigint status:text class_id:text stamps:text extra:text
        seen_in:text!
    """,
    "telemetry_event": """
        org_id:text* id:text* name:text! actor:text! at:bigint! properties:text stamps:text
        extra:text seen_in:text!
    """,
    "bucket_row": """
        org_id:text* bucket:text* entity:text* row_id:text* seq:bigint! gone:boolean!
    """,
    "bucket_head": """
        org_id:text* bucket:text* seq:bigint! hash:bigint! count:bigint!
    """,
    "epoch": """
        one:bigint* epoch:text! since:bigint!
    """,
    "heard": """
        org_id:text* device_id:text* mirror:text* dev_seq:bigint* digest:bigint!
    """,
    "to_judge": """
        org_id:text* attempt_id:text* received_at:bigint! notes:boolean!
    """,
    "credential": """
        org_id:text* user_id:text* username:text! username_key:text! secret_hash:text!
        changed_at:bigint!
    """,
    "device": """
        org_id:text* device_id:text* site_id:text! class_id:text purpose:text! account:text
        token_hash:text! enrolled_at:bigint! contact_at:bigint cloned_at:bigint revoked_at:bigint
    """,
    "device_grant": """
        org_id:text* device_id:text* user_id:text* granted_at:bigint!
    """,
    "session": """
        org_id:text* token_hash:text* user_id:text! expires_at:bigint!
    """,
    "sign_in_try": """
        org_id:text* subject:text* failures:bigint! wait_until:bigint!
    """,
    "audit": """
        org_id:text* number:bigint* at:bigint! actor:text! action:text! target:text! chain:text!
    """,
    "pairing": """
        code_hash:text* purpose:text! poll_hash:text machine_name:text! org_id:text site_id:text
        device_id:text expires_at:bigint!
    """,
}
# Name, table, columns, unique.
INDEXES = (
    ("school_class_by_teacher_id", "school_class", "org_id teacher_id", False),
    ("class_enrollment_by_class_id", "class_enrollment", "org_id class_id", False),
    ("class_enrollment_by_student_id", "class_enrollment", "org_id student_id", False),
    ("guardian_link_by_guardian_id", "guardian_link", "org_id guardian_id", False),
    ("guardian_link_by_student_id", "guardian_link", "org_id student_id", False),
    ("student_assignment_by_student_id", "student_assignment", "org_id student_id", False),
    ("student_attempt_by_student_id_created_at", "student_attempt", "org_id student_id created_at", False),
    ("attempt_verdict_by_student_id", "attempt_verdict", "org_id student_id", False),
    ("step_done_by_student_id", "step_done", "org_id student_id", False),
    ("role_engagement_by_user_id", "role_engagement", "org_id user_id", False),
    ("badge_award_by_user_id", "badge_award", "org_id user_id", False),
    ("award_revocation_by_user_id", "award_revocation", "org_id user_id", False),
    ("points_entry_by_student_id", "points_entry", "org_id student_id", False),
    ("achievement_share_by_achievement_id", "achievement_share", "org_id achievement_id", False),
    ("achievement_share_by_student_id", "achievement_share", "org_id student_id", False),
    ("social_engagement_by_target_id", "social_engagement", "org_id target_id", False),
    ("comment_by_author_id", "comment", "org_id author_id", False),
    ("comment_by_share_id", "comment", "org_id share_id", False),
    ("sharing_override_by_student_id", "sharing_override", "org_id student_id", False),
    ("guardian_limit_by_student_id", "guardian_limit", "org_id student_id", False),
    ("moderation_action_by_target_id", "moderation_action", "org_id target_id", False),
    ("item_report_by_target_id", "item_report", "org_id target_id", False),
    ("highlight_by_share_id", "highlight", "org_id share_id", False),
    ("bucket_row_by_seq", "bucket_row", "org_id bucket seq", False),
    ("to_judge_by_time", "to_judge", "org_id notes received_at", False),
    ("credential_by_username", "credential", "org_id username_key", True),
    ("device_by_token", "device", "org_id token_hash", False),
    ("pairing_by_poll", "pairing", "poll_hash", False),
)
# Narrow rows, kept in the tree of their key on SQLite.
WITHOUT_ROWID = frozenset(
    {
        "bucket_row",
        "bucket_head",
        "heard",
        "to_judge",
        "credential",
        "device",
        "device_grant",
        "session",
        "sign_in_try",
        "audit",
    }
)
# No organisation's data: everything else is bound to its organisation.
GLOBAL = frozenset({"epoch", "pairing"})
# Lines are only ever added to the audit.
APPEND_ONLY = frozenset({"audit"})
TYPES = {"text": sa.Text, "bigint": sa.BigInteger, "boolean": sa.Boolean}
ROLE = "mlc_app"


def _column(word: str) -> sa.Column[object]:
    name, kind = word.rstrip("*!").split(":")
    key = word.endswith("*")
    return sa.Column(
        name, TYPES[kind](), primary_key=key, autoincrement=False, nullable=not (key or word.endswith("!"))
    )


def upgrade() -> None:
    """Create everything."""
    for name, columns in TABLES.items():
        op.create_table(name, *map(_column, columns.split()), sqlite_with_rowid=name not in WITHOUT_ROWID)
    for name, table, columns, unique in INDEXES:
        op.create_index(name, table, columns.split(), unique=unique)
    if op.get_bind().dialect.name == "postgresql":
        _protect()


def _protect() -> None:
    """The role of the running centre, and a policy on every organisation's table that binds even its owner."""
    op.execute(f"DO $$ BEGIN CREATE ROLE {ROLE} NOLOGIN NOBYPASSRLS; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
    op.execute(f"GRANT {ROLE} TO CURRENT_USER")
    op.execute(f"GRANT USAGE ON SCHEMA public TO {ROLE}")
    op.execute(f"GRANT SELECT ON alembic_version TO {ROLE}")
    for name in TABLES:
        rights = "SELECT, INSERT" if name in APPEND_ONLY else "SELECT, INSERT, UPDATE, DELETE"
        op.execute(f"GRANT {rights} ON {name} TO {ROLE}")
        if name not in GLOBAL:
            own = "org_id = current_setting('mlc.org_id', true)"
            op.execute(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
            op.execute(f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY")
            op.execute(f"CREATE POLICY own_organisation ON {name} USING ({own}) WITH CHECK ({own})")
