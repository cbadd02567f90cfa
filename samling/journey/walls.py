"""Which policy stands on which of the journey's tables."""

from pathlib import Path

from samling.records.migrations import ME, OWN_NOTE, Functions, Protect, Statements

IN_JOURNEY = "in (select guard.my_children())"
# A duty that was taken over is one's own; what became of a report one made is told to oneself alone (OSL 40:7 g).
MINE = f"(to_id = {ME} or kind <> 'report feedback' and to_id in (select guard.my_duties()))"
UNSHIELDED = "not in (select guard.shielded())"


# A journey that was begun before there were coordinators is coordinated by whoever began it.
COORDINATED = Statements(
    """
    set role samling_guard;
    insert into journey_coordination (id, journey_id, coordinator_id, deputy_id, given_by_id, from_at)
    select gen_random_uuid(), j.subject_id, j.begun_by_id, null, j.begun_by_id, j.begun_at from journey_journey j
     where not exists (select from journey_coordination c where c.journey_id = j.subject_id);
    reset role;
    """
)
NEVER_EMPTY = Statements(
    """
    create constraint trigger never_empty after update on journey_coordination deferrable initially deferred
      for each row execute function guard.insist_coordinated();
    """
)


def coordination() -> list[Statements]:
    """Who coordinates: shown to those in the journey, written by guard functions, never empty."""
    functions = Functions(Path(__file__).parent / "sql" / "10_coordination.sql")
    see = f"journey_id {IN_JOURNEY} and journey_id {UNSHIELDED}"
    return [functions, Protect("journey_coordination", "plain", see=see), COORDINATED, NEVER_EMPTY]


def drafts() -> list[Statements]:
    """The guard lets go of drafts that are too old; nothing else that people write does it delete."""
    may = Statements("grant delete on journey_draft to samling_guard;", again=True)
    return [may, Functions(Path(__file__).parent / "sql" / "20_drafts.sql")]


def walls() -> list[Protect]:
    """Shell and parties for the parties; notes behind walls; notices and drafts for one alone."""
    return [
        Protect("journey_journey", "plain", see=f"subject_id {IN_JOURNEY} and subject_id {UNSHIELDED}"),
        Protect(
            "journey_party",
            "plain",
            see=f"(journey_id {IN_JOURNEY} or child_id in (select guard.my_work())) and journey_id {UNSHIELDED}",
        ),
        Protect(
            "journey_entry",
            "head",
            columns="kind, title, for_guardians, for_guardians_because, for_child, "
            "only_for_id, about_person, withdrawn_at, withdrawn_by_id",
        ),
        Protect(
            "journey_entrybody",
            "body",
            head="journey_entry",
            columns="text",
            change=f"exists (select from journey_entry h where h.id = head_id and h.{OWN_NOTE} "
            "and h.written_at > guard.now() - interval '24 hours')",
        ),
        Protect("journey_event", "head"),
        Protect("journey_level", "head"),
        Protect(
            "journey_notice",
            "plain",
            see=f"{MINE} or sent_by_id = {ME}",
            add=f"sent_by_id = {ME}",
            change=MINE,
            columns="done_at",
        ),
        Protect(
            "journey_draft",
            "plain",
            see=OWN_NOTE,
            add=OWN_NOTE,
            change=OWN_NOTE,
            remove=OWN_NOTE,
            columns="sealed, saved_at",
        ),
    ]
