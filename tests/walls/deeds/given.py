"""Steps that many deeds begin with."""


def capacity(name: str, person: str, unit: str, role: str, **more: str) -> str:
    """One more capacity in force, of someone who is there already; it can act by this name."""
    columns = {"approved_by_id": ":gunilla", "from_at": "guard.now() - interval '1 day'", "until_at": "null"} | more
    return (
        f"db: insert into people_capacity (id, person_id, unit_id, role, title, phone, {', '.join(columns)}) values "
        f"(gen_random_uuid(), :{person}_person, :{unit}, '{role}', '', '', {', '.join(columns.values())}) "
        f"returning id as {name}"
    )


def assigned(child: str, to: str, extra: str = "{}") -> str:
    """The head teacher gives an assignment, by the verb."""
    return f"gunilla: guard.assign(:{child}, :{to}, '{extra}', null, 'needed') as {to}s"


def put(child: str, to: str, walls: str, reach: str = "full", **more: str) -> str:
    """An assignment arranged past the verb."""
    columns = {"from_at": "guard.now() - interval '1 day'", "until_at": "null"} | more
    return (
        f"db: insert into access_assignment (id, subject_id, capacity_id, walls, reach, given_by_id, because, "
        f"{', '.join(columns)}) values (gen_random_uuid(), :{child}, :{to}, '{walls}', '{reach}', :{to}, 'b', "
        f"{', '.join(columns.values())}) returning id as {to}s"
    )


def ground(
    walls: str = "{65,67}", unit: str = "reception", basis: str = "harm_test", child: str = "adam", by: str = "petra",
    consents: str = "{}", called: str = "ground", capacity: str = "",
) -> str:  # fmt: skip
    """A ground given by the verb."""
    to = f"null, :{capacity}" if capacity else f":{unit}, null"
    return (
        f"{by}: guard.give_ground(:{child}, '{walls}', {to}, '{basis}', 'OSL', 'why', null, "
        f"{consents if consents != '{}' else chr(39) + '{}' + chr(39)}) as {called}"
    )


def consent(
    called: str = "consent", child: str = "adam", walls: str = "{65,67}", unit: str = "reception", wall: int = 80,
    by: str = "petra", **more: str,
) -> str:  # fmt: skip
    """A question about consent, arranged past the verb."""
    columns = {
        "kind": "'secrecy_waiver'",
        "to_unit_id": f":{unit}",
        "to_capacity_id": "null",
        "valid_from": "guard.now() - interval '1 day'",
        "valid_until": "guard.now() + interval '1 day'",
        "asks_child": "false",
    } | more
    return (
        f"db: insert into consent_consent (id, subject_id, wall, written_by_id, written_at, for_guardians, "
        f"for_guardians_because, for_child, walls, text_version, language, interpreter, {', '.join(columns)}) values "
        f"(gen_random_uuid(), :{child}, {wall}, :{by}, guard.now(), 'no', '', false, '{walls}', '1', 'sv', false, "
        f"{', '.join(columns.values())}) returning id as {called}"
    )


def answer(
    to: str = "consent", guardian: str = "", walls: str = "{65,67}", child: str = "adam", wall: int = 80, **more: str
) -> str:
    """An answer to it: a guardian's, or by `more` a child's or a third person's."""
    columns = {
        "giver": "'guardian'",
        "guardian_id": f":{guardian}" if guardian else "null",
        "yes": "true",
        "about_person": "null",
        "answered_at": "guard.now()",
    } | more
    return (
        f"db: insert into consent_consentanswer (id, subject_id, wall, written_by_id, written_at, for_guardians, "
        f"for_guardians_because, for_child, consent_id, third_person, walls, how, taken_back_how, {', '.join(columns)}) "
        f"values (gen_random_uuid(), :{child}, {wall}, :petra, guard.now(), 'no', '', false, :{to}, '', '{walls}', "
        f"'spoken', '', {', '.join(columns.values())}) returning id as answered"
    )


def yes(to: str = "consent", walls: str = "{65,67}") -> tuple[str, str]:
    """Both of Adam's guardians say yes."""
    return answer(to, "hodan", walls), answer(to, "ali", walls)


def record(table: str, called: str, child: str, wall: int, by: str, **more: str) -> str:
    """A record about a child, arranged past every verb."""
    columns = {"withdrawn_at": "null", "withdrawn_by_id": "null"} | more
    return (
        f"db: insert into {table} (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because, "
        f"for_child, {', '.join(columns)}) values (gen_random_uuid(), :{child}, {wall}, :{by}, guard.now(), 'no', '', false, "
        f"{', '.join(columns.values())}) returning id as {called}"
    )


def note(called: str, child: str, wall: int, by: str, **more: str) -> str:
    """A note, arranged past the verb."""
    return record("journey_entry", called, child, wall, by, kind="'talk'", title="'t'", **{"only_for_id": "null"} | more)


INVITED = (
    ground(),
    "petra: guard.invite_party(:adam, :reception, :ground, 'space', 'can you help') as party",
)
JOINED = (*INVITED, "tomas: guard.accept_party(:party, null) as theirs")
# Maria works in social services and at the school, and was decided into a joint team around Adam.
HATS = (
    *JOINED,
    put("theirs", "maria", "{257}"),
    put("adam", "maria_2", "{65,67}"),
    "db: insert into access_jointteam (id, name, decision, decided_by_id, from_at) values (gen_random_uuid(), 't', 'd', :gunilla,"
    " guard.now()) returning id as team",
    "db: insert into access_jointmember (id, team_id, capacity_id, from_at) select gen_random_uuid(), :team, c, guard.now()"
    " from unnest(array[:maria, :maria_2]) c",
)
PROTECTED = (assigned("noor", "amir"), "petra: guard.protect(:noor, null, 'marked', array[:gunilla, :amir]) as mark")
ROLES_OF_OTHER_TIMES = "db: insert into people_roleright (id, role, domain, categories, leaning, by_decision, whole_unit, may_hold_children, may_approve, may_assign, may_decide_exceptions, needs_second_approval, from_at, until_at) select gen_random_uuid(), role, domain, '{1,9}', leaning, '{7}', whole_unit, true, true, true, true, false, x.a, x.b from people_roleright, (values (guard.now() - interval '30 years', guard.now() - interval '20 years'), (guard.now() + interval '20 years', null::timestamptz)) x (a, b)"
