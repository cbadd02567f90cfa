"""Which policy stands on the closing's tables, and the guard's functions for it."""

from pathlib import Path

from samling.records.migrations import IN_COMPARTMENT, Functions, Protect, Statements

SQL = Path(__file__).parent / "sql"
FUNCTIONS = Functions(SQL / "10_closing.sql")
ROUNDS = Functions(SQL / "20_rounds.sql")
SHOWN = "for_guardians, for_guardians_because, for_child, withdrawn_at, withdrawn_by_id"

# A second layer: no page closes, accepts or opens again past the guard.
SECOND = Statements(
    """
    drop policy if exists prepared on closing_closing;
    create policy prepared on closing_closing as restrictive for insert to samling_app with check (
      contact_id is null and contact_yes is null and not is_contact_declined and closed_at is null and reopened_at is null);
    """,
    again=True,
)


def walls() -> list[Protect]:
    """All of it in the shared space; the calls afterwards at home with the one who makes them."""
    open_head = "exists (select from closing_closing h where h.id = head_id and h.closed_at is null and (h.subject_id, h.wall) in"
    return [
        Protect("closing_criterion", "head", change=IN_COMPARTMENT, columns=f"ended_at, ended_by_id, {SHOWN}"),
        Protect("closing_criterionbody", "body", head="closing_criterion"),
        Protect("closing_nextdecision", "head"),
        Protect("closing_nextdecisionbody", "body", head="closing_nextdecision"),
        Protect("closing_closing", "head", change=f"{IN_COMPARTMENT} and closed_at is null",
                columns=f"reason, asked, called_off_at, called_off_by_id, {SHOWN}"),
        Protect("closing_closingbody", "body", head="closing_closing", columns="asked_because, stays, child_words, home_words",
                change=f"{open_head} (select a.subject_id, a.wall from guard.my_access() a where a.writes))"),
        Protect("closing_kept", "head"),
        Protect("closing_latercall", "head", change=IN_COMPARTMENT, columns=f"outcome, done_at, done_by_id, {SHOWN}"),
        Protect("closing_latercallbody", "body", head="closing_latercall"),
    ]  # fmt: skip
