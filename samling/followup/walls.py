"""Which policy stands on follow-up: rounds, who is asked, and what is answered."""

from pathlib import Path

from samling.records.migrations import IN_COMPARTMENT, Functions, Protect

SQL = Path(__file__).parent / "sql"
FUNCTIONS = Functions(SQL / "10_followup.sql")
WORKDAYS = Functions(SQL / "15_workdays.sql")
ROUNDS = Functions(SQL / "20_rounds.sql")
SHOWN = "for_guardians, for_guardians_because, for_child, withdrawn_at, withdrawn_by_id"
# An answer stands where its question does, and one by link comes from the link alone.
OWN_ASK = (
    "\n  and how <> 'link' and exists (select from followup_ask a"
    " where a.id = ask_id and a.subject_id = {table}.subject_id and a.wall = {table}.wall)"
)


def walls() -> list[Protect]:
    """Nobody asks past the guard, which knows the budget; an answer is never changed."""
    return [
        Protect("followup_round", "head", change=IN_COMPARTMENT, columns=f"due_on, done_at, done_by_id, {SHOWN}"),
        Protect("followup_ask", "head", change=IN_COMPARTMENT, columns=SHOWN, grants="select"),
        Protect("followup_reply", "head", also=OWN_ASK),
        Protect("followup_replybody", "body", head="followup_reply"),
        Protect("followup_asklink", "closed"),
    ]
