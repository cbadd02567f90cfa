"""Which policy stands on promises and on what is said of them; the link is the guard's alone."""

from pathlib import Path

from samling.records.migrations import IN_COMPARTMENT, Functions, Protect, Statements

FUNCTIONS = Functions(Path(__file__).parent / "sql" / "10_promises.sql")

# A second layer: nobody answers signed in for another, an answer by link comes from the link alone, and one
# in the room only to what was promised at a meeting. Nobody answers for a maker who is gone, and who has taken a promise
# over is the guard's to write.
OWN_WORD = Statements(
    """
    drop policy if exists own_word on promises_promiseword;
    create policy own_word on promises_promiseword as restrictive for insert to samling_app with check (
      exists (select from promises_promise p where p.id = promise_id and p.subject_id = promises_promiseword.subject_id
                and (how in ('spoken', 'paper') or how = 'room' and p.gathering_id is not null
                     or how = 'self' and p.asked_id is null and coalesce(p.holder_id, p.maker_id) in (select guard.my_duties())
                        and exists (select from people_capacity c where c.id = coalesce(p.holder_id, p.maker_id)
                                      and (c.until_at is null or guard.now() < c.until_at)))));
    drop policy if exists untaken on promises_promise;
    create policy untaken on promises_promise as restrictive for insert to samling_app
      with check (holder_id is null and asked_id is null);
    """,
    again=True,
)
SHOWN = "for_guardians, for_guardians_because, for_child, withdrawn_at, withdrawn_by_id"


def walls() -> list[Protect]:
    """Words are added and never changed."""
    return [
        Protect("promises_promise", "head", change=IN_COMPARTMENT, columns=f"rhythm, starts_on, until_on, {SHOWN}"),
        Protect("promises_promiseword", "head"),
        Protect("promises_promisewordbody", "body", head="promises_promiseword"),
        Protect("promises_promiselink", "closed"),
    ]
