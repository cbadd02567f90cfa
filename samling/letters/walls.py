"""Which policy stands on which of the tables of letters, and the guard functions beside them."""

from pathlib import Path

from samling.records.migrations import IN_COMPARTMENT, ME, Functions, Protect

SQL = Path(__file__).parent / "sql"
FUNCTIONS = [Functions(SQL / "10_letters.sql"), Functions(SQL / "20_outbox.sql")]

MINE = f"(written_by_id = {ME} or sender_id in (select guard.my_duties()))"
UNSENT = (
    "not exists (select from letters_message m where m.letter_id = head_id and m.undone_at is null) "
    "and not exists (select from letters_handover o where o.letter_id = head_id)"
)
MY_MESSAGE = "exists (select from letters_message m where m.id = message_id{and_})"
# What is held back for good looks to those who may not know of it as what is on its way.
OPEN = "outcome in ('refused', 'gave_up', 'maybe', 'no_address', 'no_right', 'call', 'protected', 'post')"
MAY_KNOW = (
    "exists (select from letters_message m join lateral guard.my_access_to(m.subject_id) a on a.wall % 64 = 17 and a.reads "
    "where m.id = message_id)"
)


def walls() -> list[Protect]:
    """Letters behind the wall of what they say; the outbox without addresses, its tries as far as one may know."""
    return [
        Protect("letters_way", "head", columns="until_at, ended_by_id", change=IN_COMPARTMENT),
        Protect(
            "letters_letter",
            "head",
            change=MINE,
            columns="changed_at, changed_by_id, withdrawn_at, withdrawn_by_id",
        ),
        Protect(
            "letters_letterbody",
            "body",
            head="letters_letter",
            columns="text",
            change=f"exists (select from letters_letter h where h.id = head_id and {MINE}) and {UNSENT}",
        ),
        Protect("letters_handover", "head"),
        Protect("letters_message", "head"),
        Protect(
            "letters_queued",
            "plain",
            see="false",
            add=MY_MESSAGE.replace("{and_}", f" and m.written_by_id = {ME}"),
        ),
        Protect("letters_attempt", "plain", see=f"{MY_MESSAGE.replace('{and_}', '')} and ({OPEN} or {MAY_KNOW})"),
    ]
