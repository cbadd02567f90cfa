"""Which policy stands on which of the adaptations' tables."""

from pathlib import Path

from samling.records.migrations import IN_COMPARTMENT, OWN_NOTE, Functions, Protect

FUNCTIONS = Functions(Path(__file__).parent / "sql" / "10_helped.sql")
FAMILY = "for_guardians, for_guardians_because, withdrawn_at, withdrawn_by_id"
ENDS = "ended_at, ended_by_id, evaluate_on, holder_id"
A_DAY = (
    f"exists (select from adaptations_adaptation h where h.id = {{table}}.head_id and h.{OWN_NOTE}"
    " and h.written_at > guard.now() - interval '24 hours')"
)


def walls() -> list[Protect]:
    """What is tried behind ADAPTATIONS, decisions behind SUPPORT, and figures behind the guard alone."""
    closed = ("publishedterm", "countedchild", "helpedcount", "helpedshare")
    return [
        Protect("adaptations_adaptation", "head", change=IN_COMPARTMENT,
                columns=f"code, place, starts_on, {ENDS}, {FAMILY}"),
        Protect("adaptations_adaptationbody", "body", head="adaptations_adaptation", columns="own, how", change=A_DAY),
        Protect("adaptations_evaluation", "head"),
        Protect("adaptations_evaluationbody", "body", head="adaptations_evaluation"),
        Protect("adaptations_specialsupport", "head", change=IN_COMPARTMENT,
                columns=f"kind, decided_on, decided_by_id, from_on, until_on, {ENDS}, {FAMILY}", told="decided_by_id"),
        Protect("adaptations_specialsupportbody", "body", head="adaptations_specialsupport",
                columns="decision, where_kept", change=IN_COMPARTMENT),
        *(Protect(f"adaptations_{name}", "closed") for name in closed),
    ]  # fmt: skip
