"""Where a random world's people work, which children they have and what they are assigned."""

from .dice import DAY, HOUR, NOW, Dice, World, branch_of_unit

WALL_CATEGORIES = [1, 2, 3, 4, 5, 6, 8, 9, 12, 13, 14, 15, 16, 17, 18]
STAFF_ROLES = {
    "school": ["mentor", "mentor", "head_teacher", "school_counsellor", "teacher", "tsi_member", "programme_lead"],
    "school_medical": ["school_nurse"],
    "social": ["social_worker", "social_worker", "unit_head", "tsi_member"],
    "health": ["child_health_nurse"],
    "none": ["sysadmin"],
}


def add_places(world: World, dice: Dice) -> None:
    base = 100 + (world.seed % 2400) * 12
    org, other = (
        world.add(
            "people_organisation",
            id=dice.id(),
            kind="municipality",
            name="x",
            municipality_code="9901",
            county_code="99",
        )
        for _ in range(2)
    )
    school = None
    for offset, (owner, domain) in enumerate(
        [
            (org, "school"),
            (org, "school_medical"),
            (org, "social"),
            (other, "health"),
            (other, "school"),
            (org, "report"),
        ]
    ):
        branch = world.add(
            "people_branch",
            id=dice.id(),
            organisation_id=owner["id"],
            number=base + offset,
            name=domain,
            domain=domain,
            hangs_on_id=school["id"] if domain in ("school_medical", "report") else None,
        )
        school = school or branch
        for _ in range({"school": 2, "report": 0}.get(domain, 1)):
            world.add(
                "people_unit",
                id=dice.id(),
                branch_id=branch["id"],
                kind="office",
                name="u",
                code="",
                municipality_code="9901",
                phone="",
                hours="",
            )


def add_staff(world: World, dice: Dice) -> None:
    for unit in world.of("people_unit"):
        domain = branch_of_unit(world, unit["id"])["domain"]
        for _ in range(2):
            person = world.add(
                "people_person", id=dice.id(), given_name="P", family_name="Q", sort_key="p", is_staff_member=True
            )
            add_capacity(world, dice, person, unit, dice.pick(STAFF_ROLES[domain]))
    social = [row for row in world.of("people_capacity") if branch_of_unit(world, row["unit_id"])["domain"] == "social"]
    elsewhere = [u for u in world.of("people_unit") if branch_of_unit(world, u["id"])["domain"] == "school"][:2]
    for row in social:  # double employment: the same person in another branch too
        row["role"] = "tsi_member"
        flaw = dice.pick(["none", "team", "first", "second", "first is left out", "role"])
        second = add_capacity(
            world, dice, {"id": row["person_id"]}, dice.pick(elsewhere), "sysadmin" if flaw == "role" else "tsi_member"
        )
        for hat in (row, second):
            if dice.chance(0.8):
                hat["from_at"], hat["until_at"], hat["approved_by_id"] = NOW - DAY, None, hat["id"]
        _team(world, dice, [row, second], flaw)
    _team(world, dice, social, "none")


def _team(world: World, dice: Dice, members: list[dict], flaw: str) -> None:
    """A joint team with at most one thing wrong with it, so that each thing is noticed by itself."""
    over = {part: dice.period(0.0) if flaw == part else dice.period(1.0) for part in ("team", "first", "second")}
    team = world.add(
        "access_jointteam", id=dice.id(), name="t", decision="d", decided_by_id=members[0]["id"], **_dated(over["team"])
    )
    someone = dice.pick(world.of("people_capacity"))
    first = someone if flaw == "first is left out" else members[0]
    for part, member in (("first", first), ("second", members[1])):
        world.add(
            "access_jointmember", id=dice.id(), team_id=team["id"], capacity_id=member["id"], **_dated(over[part])
        )


def add_reviewers(world: World, dice: Dice) -> None:
    """Those who review the searches of the log."""
    unit = dice.pick(world.of("people_unit"))
    for role in ("secrecy_officer", "dpo"):
        person = world.add("people_person", id=dice.id(), given_name="R", family_name="S", sort_key="r", is_staff_member=True)
        add_capacity(world, dice, person, unit, role)


def add_administrators(world: World, dice: Dice) -> None:
    """One who administers in each organisation; last, so that everything else stays as it was."""
    for owner in world.of("people_organisation"):
        units = [row for row in world.of("people_unit") if branch_of_unit(world, row["id"])["organisation_id"] == owner["id"]]
        person = world.add("people_person", id=dice.id(), given_name="A", family_name="B", sort_key="a", is_staff_member=True)
        admin = add_capacity(world, dice, person, dice.pick(units), "sysadmin")
        admin["from_at"], admin["until_at"], admin["approved_by_id"] = NOW - DAY, None, admin["id"]


def add_pupils(world: World, dice: Dice) -> None:
    """Children who are on their unit's roster."""
    for pupil in world.of("people_rosterentry"):
        there = [row for row in world.of("people_child") if row["unit_id"] == pupil["unit_id"] and row["roster_id"] is None]
        if there and dice.chance(0.8):
            dice.pick(there)["roster_id"] = pupil["id"]


def _dated(period: tuple) -> dict:
    return {"from_at": period[0], "until_at": period[1]}


def add_capacity(world: World, dice: Dice, person: dict, unit: dict | None, role: str) -> dict:
    begun, over = dice.period(0.9)
    pk = dice.id()
    return world.add(
        "people_capacity",
        id=pk,
        person_id=person["id"],
        unit_id=unit and unit["id"],
        role=role,
        title="",
        phone="",
        given_by_id=None,
        approved_by_id=pk if dice.chance(0.9) else None,
        from_at=begun,
        until_at=over,
    )


def add_children(world: World, dice: Dice) -> None:
    for unit in world.of("people_unit"):
        branch = branch_of_unit(world, unit["id"])
        if branch["domain"] == "school_medical":
            continue
        for _ in range(2):
            subject = world.add("people_subject", id=dice.id(), kind="child")
            world.add(
                "people_child",
                subject_id=subject["id"],
                wall=branch["number"] * 64 + 1,
                branch_id=branch["id"],
                unit_id=unit["id"],
                roster_id=None,
                given_name="C",
                family_name="D",
                called="",
                sort_key="c",
                born_on=None,
                birth_year={0: 2006, 1: 2009, 2: 2009}.get(subject["id"].int % 12, 2015),  # one in twelve is of age, two are past fifteen
                group="",
                home_municipality="",
                language="sv",
                person_id=None,
                opened_by_id=dice.pick(world.of("people_capacity"))["id"],
                opened_at=NOW - DAY,
            )


def add_journeys(world: World, dice: Dice) -> None:
    children = world.of("people_child")
    for _ in range(3):
        subject = world.add("people_subject", id=dice.id(), kind="journey")
        begun = dice.pick(world.of("people_capacity"))["id"]
        world.add("journey_journey", subject_id=subject["id"], begun_by_id=begun, begun_at=NOW - DAY)
        for child in _meeting(world, dice, children):
            accepted = NOW - DAY if dice.chance(0.8) else None
            ended = NOW - HOUR if dice.chance(0.1) else None
            world.add(
                "journey_party",
                id=dice.id(),
                journey_id=subject["id"],
                child_id=child["subject_id"],
                unit_id=child["unit_id"],
                ground_id=None,
                how="copy" if dice.chance(0.2) else "space",
                question="",
                invited_by_id=begun,
                invited_at=NOW - DAY,
                accepted_by_id=begun if accepted else None,
                accepted_at=accepted,
                ended_by_id=begun if ended else None,
                ended_at=ended,
            )


def _meeting(world: World, dice: Dice, children: list[dict]) -> list[dict]:
    """Three child rows that meet, mostly one from school and one from social services of the same place."""
    first = next(c for c in children if branch_of_unit(world, c["unit_id"])["domain"] == "social")
    school = [c for c in children if branch_of_unit(world, c["unit_id"])["domain"] == "school"][:4]
    meeting = [first, dice.pick(school)] if dice.chance(0.8) else dice.random.sample(children, 2)
    return [*meeting, dice.pick([c for c in children if c not in meeting])]


def own_walls(world: World, dice: Dice, capacity: dict) -> list[int]:
    """Walls an assignment might give: the own branch, and now and then one it hangs on."""
    branch = branch_of_unit(world, capacity["unit_id"])
    walls = [branch["number"] * 64 + c for c in dice.some(WALL_CATEGORIES, 0.6)]
    if branch["hangs_on_id"]:
        walls += [world.find("people_branch", branch["hangs_on_id"])["number"] * 64 + c for c in (1, 2)]
    return walls or [branch["number"] * 64 + 1]


def add_assignments(world: World, dice: Dice) -> None:
    staff = [row for row in world.of("people_capacity") if row["unit_id"]]
    for capacity in staff:
        branch = branch_of_unit(world, capacity["unit_id"])
        home = branch["hangs_on_id"] or branch["id"]
        for child in world.of("people_child"):
            if child["branch_id"] == home and dice.chance(
                0.9 if capacity["role"] in ("tsi_member", "sysadmin") else 0.5
            ):
                _assignment(world, dice, child, own_walls(world, dice, capacity), capacity_id=capacity["id"])
    for child in world.of("people_child"):
        number = world.find("people_branch", child["branch_id"])["number"]
        _assignment(world, dice, child, [number * 64 + c for c in WALL_CATEGORIES], unit_id=child["unit_id"])


def _assignment(world: World, dice: Dice, child: dict, walls: list[int], *, capacity_id=None, unit_id=None, live=0.75):
    begun, over = dice.period(live)
    writer = capacity_id is not None and dice.chance(0.2)
    world.add(
        "access_assignment",
        id=dice.id(),
        subject_id=child["subject_id"],
        capacity_id=capacity_id,
        unit_id=unit_id,
        walls=walls[:1] if writer else walls,
        reach="writer" if writer else "full",
        given_by_id=world.of("people_capacity")[0]["id"],
        because="b",
        ended_by_id=None,
        # What was taken over for a time is read like what was given, and no longer.
        taken_over_from_id=world.of("people_capacity")[-1]["id"] if over and not writer else None,
        from_at=begun,
        until_at=over,
    )
