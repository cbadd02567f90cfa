"""Which policy stands on which of the checklist's tables."""

from samling.records.migrations import IN_COMPARTMENT, OWN_NOTE, Protect

FAMILY = "for_guardians, for_guardians_because, withdrawn_at, withdrawn_by_id"
LINE = f"version, is_empty, {FAMILY}"
HEADS = {
    "checklist": FAMILY,
    "decision": f"ended_at, ended_by_id, {FAMILY}",
    "answer": LINE,
    "tried": f"{LINE}, adaptation, effect, weeks, starts_on, stops_on",
    "trial": f"{LINE}, adaptation, starts_on, checked_on, starter_id",
}
BODIES = {"answer": "said", "tried": "own, who", "trial": "own, who"}
# A little longer than its writer goes on in the same version, so that no save falls between.
WHILE_WRITING = (
    "exists (select from {head} h where h.id = {table}.head_id "
    f"and h.{OWN_NOTE} and h.written_at > guard.now() - interval '20 minutes')"
)


def walls() -> list[Protect]:
    """Heads behind the concern wall; each line behind the wall of its block; texts after a look."""
    heads = [_head(name, columns=columns, change=IN_COMPARTMENT) for name, columns in HEADS.items()]
    return [*heads, _head("stepmark"), _head("followup"), *(_body(name) for name in BODIES)]


def _head(name: str, **blanks: str) -> Protect:
    return Protect(f"checklist_{name}", "head", **blanks)


def _body(name: str) -> Protect:
    head, columns = f"checklist_{name}", BODIES[name]
    return Protect(f"{head}body", "body", head=head, columns=columns, change=WHILE_WRITING)
