"""Which policy stands on which of the checklist's tables."""

from samling.records.migrations import IN_COMPARTMENT, OWN_NOTE, Protect

TAKEN_BACK = "withdrawn_at, withdrawn_by_id"
# A little longer than its writer goes on in the same version, so that no save falls between.
WHILE_WRITING = (
    "exists (select from {head} h where h.id = {table}.head_id "
    f"and h.{OWN_NOTE} and h.written_at > guard.now() - interval '20 minutes')"
)
FAMILY = "for_guardians, for_guardians_because"
LINE = f"version, is_empty, {FAMILY}, {TAKEN_BACK}"


def walls() -> list[Protect]:
    """Heads behind the concern wall; each line behind the wall of its block; texts after a look."""
    return [
        Protect("checklist_checklist", "head", columns=f"{FAMILY}, {TAKEN_BACK}", change=IN_COMPARTMENT),
        Protect(
            "checklist_seat",
            "head",
            columns=f"left_at, left_by_id, {FAMILY}, {TAKEN_BACK}",
            change=IN_COMPARTMENT,
        ),
        Protect("checklist_stepmark", "head"),
        Protect(
            "checklist_decision",
            "head",
            change=IN_COMPARTMENT,
            columns=f"ended_at, ended_by_id, {FAMILY}, {TAKEN_BACK}",
        ),
        Protect("checklist_followup", "head"),
        Protect("checklist_answer", "head", columns=LINE, change=IN_COMPARTMENT),
        Protect(
            "checklist_tried",
            "head",
            columns=f"{LINE}, adaptation, effect, weeks, starts_on, stops_on",
            change=IN_COMPARTMENT,
        ),
        Protect(
            "checklist_trial",
            "head",
            columns=f"{LINE}, adaptation, starts_on, checked_on, starter_id",
            change=IN_COMPARTMENT,
        ),
        *(
            Protect(
                f"checklist_{line}body",
                "body",
                head=f"checklist_{line}",
                columns=columns,
                change=WHILE_WRITING,
            )
            for line, columns in (
                ("answer", "said"),
                ("tried", "own, who"),
                ("trial", "own, who"),
            )
        ),
    ]
