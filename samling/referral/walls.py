"""Which policy stands on which of the referral's tables."""

from pathlib import Path

from samling.records.migrations import IN_COMPARTMENT, ME, Functions, Protect

from .rules import ASKS

FUNCTIONS = Functions(Path(__file__).parent / "sql" / "10_referral.sql")
SOMEONE = "(select guard.me()) is not null"
ROLES = ", ".join(f"'{role}'" for role in ASKS)
# In the shared space every party writes. Only a head asks, only through an invitation of that journey; only the team that
# was asked answers.
BY_A_HEAD = (
    f"exists (select from people_capacity c where c.id = {ME} and c.role in ({ROLES})) and exists (select from journey_party p"
    " where p.id = party_id and p.journey_id = subject_id and p.ended_at is null)"
)
BY_THE_TEAM = (
    "exists (select from referral_referral r join journey_party p on p.id = r.party_id where r.id = referral_id"
    " and r.subject_id = {table}.subject_id and p.unit_id = (select guard.my_unit()) and p.accepted_at is not null)"
)


def walls() -> list[Protect]:
    """Which school a team meets is no secret; referral, decision and what was lacking stand in the shared space."""
    back = "withdrawn_at, withdrawn_by_id"
    return [
        Protect("referral_servedschool", "plain", see=SOMEONE),
        Protect("referral_referral", "head", change=IN_COMPARTMENT, columns=back, also=f"\n  and {BY_A_HEAD}"),
        Protect("referral_referralbody", "body", head="referral_referral"),
        Protect("referral_triagedecision", "head", change=f"{IN_COMPARTMENT} and {BY_THE_TEAM}",
                columns=f"{back}, received_at, received_by_id, received_how", also=f"\n  and {BY_THE_TEAM}"),
        Protect("referral_triagedecisionbody", "body", head="referral_triagedecision"),
        Protect("referral_notoffered", "head", columns=back),
        Protect("referral_notofferedbody", "body", head="referral_notoffered"),
    ]
