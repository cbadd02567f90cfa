"""Who may read what, written a second time from the rules and not from the SQL: plain Python over plain rows."""

import datetime as dt
from uuid import UUID

from samling.people.roles import ROLES

from .dice import NOW, World, branch_of_unit

Pair = tuple[UUID, int]
STANDING = dt.datetime.max.replace(tzinfo=dt.UTC)  # facts about people are told as they stand


def live(row: dict) -> bool:
    """In force now: half-open."""
    return row["from_at"] <= NOW and (row["until_at"] is None or row["until_at"] > NOW)


class Reader:
    """What one acting capacity of a world may read and write."""

    def __init__(self, world: World, capacity: dict):
        self.world, self.capacity = world, capacity
        self.branch = branch_of_unit(world, capacity["unit_id"])
        self.rule = ROLES.get(capacity["role"])
        self.family = self._family()
        self.hidden = self._protected() - self._reads_protected()
        self.assigned = self._assigned()
        self.journeys = self._journeys(self.assigned)
        self.reads, self.writes = self._access()
        self.told = self._told()

    # -- the capacity itself ------------------------------------------------------------------------------
    def in_force(self, capacity: dict) -> bool:
        """A staff capacity counts: its period runs, it is approved where needed, its role may hold children."""
        rule = ROLES.get(capacity["role"])
        return bool(
            capacity["unit_id"]
            and rule
            and rule.may_hold_children
            and live(capacity)
            and (capacity["approved_by_id"] or not rule.needs_second_approval)
        )

    # -- assignments ---------------------------------------------------------------------------------------
    def _assigned(self) -> list[tuple[UUID, set[int], bool]]:
        if not self.in_force(self.capacity):
            return []
        whole = {int(c) for c in self.rule.whole_unit}
        found = []
        for row in self.world.of("access_assignment"):
            if live(row) and row["capacity_id"] == self.capacity["id"]:
                found.append((row["subject_id"], set(row["walls"]), row["reach"] == "full"))
            elif live(row) and whole and row["unit_id"] == self.capacity["unit_id"]:
                found.append((row["subject_id"], {self.branch["number"] * 64 + c for c in whole}, True))
        return found

    def _journeys(self, assigned) -> set[UUID]:
        mine = {subject for subject, _walls, fully in assigned if fully}
        return {
            p["journey_id"]
            for p in self._parties()
            if p["child_id"] in mine and p["how"] == "space" and self.stays(p["ground_id"])
        }

    def stays(self, ground_id: UUID | None) -> bool:
        """The ground of an invitation stands still, for the name; who was not invited needs none."""
        ground = self.world.find("access_ground", ground_id)
        if ground is None:
            return ground_id is None
        if not live(ground):
            return False
        names = {wall for row in self.world.of("consent_consent") for wall in row["walls"] if wall % 64 == 1}
        rests = [r["consent_id"] for r in self.world.of("access_groundconsent") if r["ground_id"] == ground_id]
        return ground["basis"] != "consent" or bool(
            rests and all(any(self.consent_stands(pk, wall) for wall in names) for pk in rests)
        )

    def _parties(self) -> list[dict]:
        return [p for p in self.world.of("journey_party") if p["accepted_at"] and not p["ended_at"]]

    def _access(self) -> tuple[set[Pair], set[Pair]]:
        reads, writes = set(), set()
        for subject, walls, fully in self.assigned:
            reads |= {(subject, wall) for wall in walls}
            if fully:
                writes |= {(subject, wall) for wall in walls if wall // 64 == self.branch["number"]}
            else:
                writes.add((subject, self.branch["number"] * 64 + 3))
            writes |= {
                (subject, b["number"] * 64 + 18)
                for b in self.world.of("people_branch")
                if b["hangs_on_id"] == self.branch["id"] and b["domain"] == "report"
            }
        shared = {(journey, wall) for journey in self.journeys for wall in (40, 41, 42, 43)}
        reads |= shared | self._through_team()
        writes |= shared
        return ({p for p in reads if p[0] not in self.hidden}, {p for p in writes if p[0] not in self.hidden})

    def _through_team(self) -> set[Pair]:
        found: set[Pair] = set()
        mine = {
            m["team_id"]
            for m in self.world.of("access_jointmember")
            if m["capacity_id"] == self.capacity["id"] and live(m)
        }
        teams = {t["id"] for t in self.world.of("access_jointteam") if t["id"] in mine and live(t)}
        for member in self.world.of("access_jointmember"):
            other = self.world.find("people_capacity", member["capacity_id"])
            if (
                member["team_id"] in teams
                and live(member)
                and other["id"] != self.capacity["id"]
                and other["person_id"] == self.capacity["person_id"]
                and self.in_force(other)
            ):
                found |= self._other_hat(other)
        return found

    def _other_hat(self, other: dict) -> set[Pair]:
        near = {p["child_id"] for p in self._parties() if p["how"] == "space" and p["journey_id"] in self.journeys}
        return {
            (row["subject_id"], wall)
            for row in self.world.of("access_assignment")
            if row["capacity_id"] == other["id"] and live(row) and row["reach"] == "full" and row["subject_id"] in near
            for wall in row["walls"]
        }

    # -- protection ----------------------------------------------------------------------------------------
    def _protected(self) -> set[UUID]:
        guardians = [g for g in self.world.of("people_guardian") if live(g) and g["identity_key"]]
        found: set[UUID] = set()
        for mark in filter(live, self.world.of("people_protection")):
            found.add(mark["subject_id"])
            source = [
                g for g in guardians if g["subject_id"] == mark["subject_id"] and mark["guardian_id"] in (None, g["id"])
            ]
            for adult in source:
                found |= {
                    g["subject_id"]
                    for g in guardians
                    if g["identity_key"] == adult["identity_key"] and g["wall"] // 64 == adult["wall"] // 64
                }
        return found | {p["journey_id"] for p in self.world.of("journey_party") if p["child_id"] in found}

    def _reads_protected(self) -> set[UUID]:
        return {
            r["subject_id"]
            for r in self.world.of("access_protectedreader")
            if r["capacity_id"] == self.capacity["id"] and live(r)
        }

    # -- across walls --------------------------------------------------------------------------------------
    def _told(self) -> list[dict]:
        if not self.in_force(self.capacity):
            return []
        grounds = {g["id"]: g for g in self.world.of("access_ground") if live(g) and self._addressed(g)}
        return [
            d
            for d in self.world.of("access_disclosure")
            if d["ground_id"] in grounds
            and not d["ended_at"]
            and d["subject_id"] not in self.hidden
            and d["wall"] in grounds[d["ground_id"]]["walls"]
            and self._stands(grounds[d["ground_id"]], d["wall"])
        ]

    def _addressed(self, ground: dict) -> bool:
        if ground["to_capacity_id"]:
            return ground["to_capacity_id"] == self.capacity["id"]
        here = ground["to_unit_id"] == self.capacity["unit_id"] or ground["to_branch_id"] == self.branch["id"]
        return here and ground["subject_id"] in self._near()

    def _near(self) -> set[UUID]:
        mine = {subject for subject, _walls, fully in self.assigned if fully}
        own = {p["journey_id"] for p in self._parties() if p["child_id"] in mine}
        return mine | {p["child_id"] for p in self._parties() if p["journey_id"] in own}

    def _stands(self, ground: dict, wall: int) -> bool:
        if ground["basis"] != "consent":
            return True
        rests = [r["consent_id"] for r in self.world.of("access_groundconsent") if r["ground_id"] == ground["id"]]
        return bool(rests) and all(self.consent_stands(pk, wall) for pk in rests)

    def consent_stands(self, pk: UUID, wall: int) -> bool:
        """Every guardian with custody yes or excepted, the child yes where asked or alone, somebody yes at all."""
        consent = self.world.find("consent_consent", pk)
        if (
            consent["ended_at"]
            or consent["withdrawn_at"]
            or wall not in consent["walls"]
            or not consent["valid_from"] <= NOW < consent["valid_until"]
        ):
            return False
        yes = self._yes_by(pk, wall)
        exceptions = [
            e
            for e in self.world.of("consent_consentexception")
            if e["consent_id"] == pk and not e["ended_at"] and not e["withdrawn_at"]
        ]
        everyone = any(e["guardian_id"] is None for e in exceptions)
        for guardian in self.world.of("people_guardian"):
            asked = (
                guardian["subject_id"] == consent["subject_id"]
                and live(guardian)
                and guardian["custody"] in ("joint", "sole", "appointed", "unknown")
            )
            excepted = everyone or any(e["guardian_id"] == guardian["id"] for e in exceptions)
            if asked and not excepted and ("guardian", guardian["id"]) not in yes:
                return False
        alone = any(e["reason"] == "child_alone" for e in exceptions)
        if (consent["asks_child"] or alone) and ("child", None) not in yes:
            return False
        return bool(yes)

    def _yes_by(self, pk: UUID, wall: int) -> set[tuple]:
        latest: dict[tuple, dict] = {}
        for answer in self.world.of("consent_consentanswer"):
            if answer["consent_id"] == pk and answer["giver"] != "third" and not answer["withdrawn_at"]:
                who = (answer["giver"], answer["guardian_id"])
                if who not in latest or answer["answered_at"] > latest[who]["answered_at"]:
                    latest[who] = answer
        return {who for who, a in latest.items() if a["yes"] and not a["taken_back_at"] and wall in a["walls"]}

    # -- the family ----------------------------------------------------------------------------------------
    def _family(self) -> set[tuple[UUID, str]]:
        if self.capacity["role"] not in ("guardian", "self") or not live(self.capacity):
            return set()
        shut = {
            n["guardian_id"] for n in self.world.of("consent_nocontact") if not n["ended_at"] and not n["withdrawn_at"]
        }
        hidden, me = self._protected(), self.capacity["person_id"]
        if self.capacity["role"] == "self":
            own = {c["subject_id"] for c in self.world.of("people_child") if c["person_id"] == me}
            return {(subject, "self") for subject in own - hidden}
        wards = {
            g["subject_id"]
            for g in self.world.of("people_guardian")
            if g["person_id"] == me
            and live(g)
            and g["custody"] in ("joint", "sole", "appointed")
            and g["id"] not in shut
        }
        return {(subject, "guardian") for subject in wards - hidden}

    # -- rows ----------------------------------------------------------------------------------------------
    def sees_head(self, row: dict) -> bool:
        """A record with the full set of per-entry choices."""
        if row["subject_id"] in self.hidden:
            return False
        mine = row["written_by_id"] == self.capacity["id"]
        if self._family_sees(row):
            return True
        if row["withdrawn_at"] and not mine:
            return False
        if row["only_for_id"] not in (None, self.capacity["id"]) and not mine:
            return False
        return self.reaches(row["subject_id"], row["wall"], row["id"], row["written_at"], mine)

    def _family_sees(self, row: dict) -> bool:
        if row["wall"] % 64 in (17, 18) or row["withdrawn_at"] or row["only_for_id"]:
            return False
        return ((row["subject_id"], "guardian") in self.family and row["for_guardians"] == "yes") or (
            (row["subject_id"], "self") in self.family and row["for_child"]
        )

    def reaches(self, subject: UUID, wall: int, key: UUID, at: dt.datetime, mine: bool) -> bool:
        """Inside the compartment, as the writer who still works there, or because it was told."""
        if (subject, wall) in self.reads:
            return True
        if mine and subject in self.children():
            return True
        return any(
            d["subject_id"] == subject
            and d["wall"] == wall
            and (d["record_id"] == key or (d["since_at"] is not None and d["since_at"] <= at))
            for d in self.told
        )

    def children(self) -> set[UUID]:
        """The subjects of one's assignments and their journeys."""
        return {subject for subject, _walls, _fully in self.assigned} | self.journeys

    def opened(self) -> set[Pair]:
        """Walls opened within the last fifteen minutes."""
        return {
            (look["subject_id"], wall)
            for look in self.world.of("access_look")
            if look["capacity_id"] == self.capacity["id"]
            and look["kind"] == "open"
            and NOW - dt.timedelta(minutes=15) < look["at"] <= NOW
            for wall in look["walls"]
        }

    def visible(self) -> dict[str, set[UUID]]:
        """The ids this capacity reads, table by table."""
        heads = {
            table: {row["id"] for row in self.world.of(table) if self.sees_head(row)}
            for table in (
                "journey_entry",
                "consent_consent",
                "consent_consentanswer",
                "consent_consentexception",
                "consent_nocontact",
            )
        }
        opened = self.opened()
        bodies = {
            row["head_id"]
            for row in self.world.of("journey_entrybody")
            if row["head_id"] in heads["journey_entry"] and (row["subject_id"], row["wall"]) in opened
        }
        return heads | {
            "journey_entrybody": bodies,
            "people_child": self._child_rows(),
            "people_guardian": self._guardian_rows(),
            "journey_journey": self._journey_rows(),
        }

    def _child_rows(self) -> set[UUID]:
        wards = {subject for subject, _side in self.family}
        return {
            c["subject_id"]
            for c in self.world.of("people_child")
            if c["subject_id"] not in self.hidden
            and (
                c["subject_id"] in wards
                or self.reaches(
                    c["subject_id"],
                    c["wall"],
                    c["subject_id"],
                    STANDING,
                    c["opened_by_id"] == self.capacity["id"],
                )
            )
        }

    def _guardian_rows(self) -> set[UUID]:
        wards = {subject for subject, _side in self.family}
        me = self.capacity["person_id"]
        return {
            g["id"]
            for g in self.world.of("people_guardian")
            if g["subject_id"] not in self.hidden
            and (
                (g["person_id"] == me and g["subject_id"] in wards)
                or self.reaches(
                    g["subject_id"], g["wall"], g["id"], STANDING, g["written_by_id"] == self.capacity["id"]
                )
            )
        }

    def _journey_rows(self) -> set[UUID]:
        return {
            j["subject_id"]
            for j in self.world.of("journey_journey")
            if j["subject_id"] in self.journeys and j["subject_id"] not in self.hidden
        }
