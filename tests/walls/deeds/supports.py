"""Where a support stands: what the others are told is what stands, at the end of each transaction."""

from .stage import done, refused

SHOWN = "written_by_id, written_at, for_guardians, for_guardians_because, for_child"
WROTE = ":petra, guard.now(), 'no', '', false"
ALIKE = "What the others are told must be what stands."
NOW = "db: set constraints all immediate"
STANDS = "db: select s.state, x.state from support_support s join support_supportstatus x on x.support_id = s.id"
SPACE = "db: select journey_id as j from journey_party where child_id = :adam"
BEGUN = ("petra: guard.begin_journey(:adam)", SPACE)


def given(child: str = "adam", name: str = "given") -> str:
    return (
        f"db: insert into support_support (id, subject_id, wall, {SHOWN}, kind, code, form, starts_on, holder_id, state, ended_because)"
        f" values (gen_random_uuid(), :{child}, 71, {WROTE}, 'talks', '', 'school', current_date, :petra, 'begun', '')"
        f" returning id as {name}"
    )


def told(state: str = "begun", number: int = 1, kind: str = "talks", where: str = "j", back: bool = False, of: str = "given") -> str:
    taken = "guard.now(), :petra" if back else "null, null"
    return (
        f"db: insert into support_supportstatus (id, subject_id, wall, {SHOWN}, support_id, number, kind, state, withdrawn_at,"
        f" withdrawn_by_id) values (gen_random_uuid(), :{where}, 41, {WROTE}, :{of}, {number}, '{kind}', '{state}', {taken})"
    )


STEP = "db: update support_support set state = 'paused'"
BACK = "db: update support_support set withdrawn_at = guard.now(), withdrawn_by_id = :petra"
TAKEN = "db: update support_supportstatus set withdrawn_at = guard.now(), withdrawn_by_id = :petra"
LATER = "db: update journey_party set accepted_at = guard.now() + interval '1 day'"

DEEDS = [
    done("what is told is what stands", NOW, STANDS, "begun/begun", *BEGUN, given(), told()),
    done("what is told to nobody changes freely", NOW, "db: select state from support_support", "paused", given(), STEP),
    refused("nothing else is told", NOW, ALIKE, *BEGUN, given(), told("paused")),
    refused("nor another kind of support", NOW, ALIKE, *BEGUN, given(), told(kind="home")),
    refused("it does not change alone", NOW, ALIKE, *BEGUN, given(), told(), NOW, STEP),
    refused("nor is it told anew alone", NOW, ALIKE, *BEGUN, given(), told(), NOW, told("ended", 2)),
    done("both change together", NOW, "db: select state, number from support_supportstatus order by number", "begun/1, paused/2", *BEGUN,
         given(), told(), STEP, told("paused", 2)),
    done("what was told first has been", NOW, STANDS, "begun/begun, begun/paused", *BEGUN, given(), told("paused"), told("begun", 2)),
    refused("it is not taken back alone", NOW, ALIKE, *BEGUN, given(), told(), NOW, BACK),
    done("but together", NOW, "db: select withdrawn_at is null from support_supportstatus", "no", *BEGUN, given(), told(), BACK, TAKEN),
    done("what was taken back says nothing", NOW, STANDS, "begun/begun, begun/paused", *BEGUN, given(), told(), told("paused", 2, back=True)),
    done("each support by itself", NOW, "db: select count(*) from support_supportstatus", "2", *BEGUN, given(), told(), given(name="other"),
         "db: update support_support set state = 'paused' where id = :other", told("paused", of="other")),
    done("another child's space is not this child's", NOW, STANDS, "begun/paused", *BEGUN, "petra: guard.begin_journey(:noor)",
         "db: select journey_id as noors from journey_party where child_id = :noor", given(), told("paused", where="noors")),
    done("nor one that the child has left", NOW, STANDS, "begun/paused", *BEGUN, given(),
         "db: update journey_party set ended_at = guard.now(), ended_by_id = :petra", told("paused")),
    done("nor what was told before its side came back", NOW, STANDS, "begun/paused", *BEGUN, given(), LATER, told("paused")),
    done("nor does it hinder others", NOW, "db: select count(*) from support_support", "2", *BEGUN, given(), LATER, told("paused"), NOW,
         "db: update journey_party set accepted_at = guard.now() - interval '1 day'", given(name="other")),
    done("nor one that is not answered", NOW, STANDS, "begun/paused", *BEGUN, given(),
         "db: update journey_party set accepted_at = null, accepted_by_id = null", told("paused")),
]
