"""Who may read what, written a second time from the rules and not from the SQL: plain Python over plain rows."""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from uuid import UUID

from samling.people.roles import ROLES

from .dice import NOW, World, branch_of_unit, in_force, live
from .filling import chapters, key_of
from .sentences import HEADS, SENTENCES, TEXTS, everyone

Pair = tuple[UUID, int]
STANDING = dt.datetime.max.replace(tzinfo=dt.UTC)  # facts about people are told as they stand


class Reader:
    """What one acting capacity of a world may read and write."""

    def __init__(self, world: World, capacity: dict):
        self.world, self.capacity = world, capacity
        self.branch = branch_of_unit(world, capacity["unit_id"])
        self.rule = ROLES.get(capacity["role"])
        self.protected = self._protected()
        self.family = self._family()
        self.hidden = self.protected - self._reads_protected()
        self.assigned = self._assigned()
        self.journeys = self._journeys(self.assigned)
        self.reads, self.writes = self._access()
        self.told = self._told()
        self.me = capacity["id"] if self.acts() else None
        self.unit = capacity["unit_id"] if self.me and self.rule else None
        self._seen: dict[str, set[UUID]] = {}

    # -- the capacity itself ------------------------------------------------------------------------------
    def acts(self) -> bool:
        """Whether a session may act in this capacity: its period runs and it is approved where that is needed."""
        approved = self.capacity["approved_by_id"] or not (self.rule and self.rule.needs_second_approval)
        return live(self.capacity) and bool(approved or not self.capacity["unit_id"])

    # -- assignments ---------------------------------------------------------------------------------------
    def _assigned(self) -> list[tuple[UUID, set[int], bool]]:
        if not in_force(self.capacity):
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
                and in_force(other)
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
        if not in_force(self.capacity):
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
        everyone, of_age = any(e["guardian_id"] is None for e in exceptions), self._is_of_age(consent["subject_id"])
        for guardian in self.world.of("people_guardian"):
            asked = (
                guardian["subject_id"] == consent["subject_id"]
                and live(guardian)
                and guardian["custody"] in ("joint", "sole", "appointed", "unknown")
            )
            excepted = everyone or any(e["guardian_id"] == guardian["id"] for e in exceptions)
            if asked and not of_age and not excepted and ("guardian", guardian["id"]) not in yes:
                return False
        alone = any(e["reason"] == "child_alone" for e in exceptions)
        if (consent["asks_child"] or alone or of_age) and ("child", None) not in yes:
            return False
        return bool(yes)

    def _is_of_age(self, subject: UUID) -> bool:
        """Eighteen for certain: worlds know years of birth alone."""
        return self.world.find("people_child", subject, "subject_id")["birth_year"] + 18 < NOW.year

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
        hidden, me = self.protected, self.capacity["person_id"]
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
            and not self._is_of_age(g["subject_id"])
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
        return self.reaches(row["subject_id"], row["wall"], row["id"], row["written_at"], mine, row["about_person"])

    def _family_sees(self, row: dict) -> bool:
        if row["wall"] % 64 in (17, 18) or row["withdrawn_at"] or row["only_for_id"]:
            return False
        return ((row["subject_id"], "guardian") in self.family and row["for_guardians"] == "yes") or (
            (row["subject_id"], "self") in self.family and row["for_child"]
        )

    def reaches(self, subject: UUID, wall: int, key: UUID, at: dt.datetime, mine: bool, about: UUID | None = None) -> bool:
        """Inside the compartment, as the writer who still works there, or because it was told: of others with their yes."""
        if (subject, wall) in self.reads:
            return True
        if mine and subject in self.children():
            return True
        if about is not None and not {(subject, about), (subject, key)} & self._open_about_others:
            return False
        return any(
            d["subject_id"] == subject
            and d["wall"] == wall
            and (d["record_id"] == key or (d["since_at"] is not None and d["since_at"] <= at))
            for d in self.told
        )

    @cached_property
    def _open_about_others(self) -> set[tuple[UUID, UUID]]:
        """Third persons who said yes (their newest answer) to what a telling rests on; records told by law, one by one."""
        grounds = {ground["id"]: ground for ground in self.world.of("access_ground")}
        found = {(d["subject_id"], d["record_id"]) for d in self.told if d["record_id"] and grounds[d["ground_id"]]["basis"] != "consent"}
        for told in self.told:
            newest: dict[tuple, dict] = {}
            rests = {r["consent_id"] for r in self.world.of("access_groundconsent") if r["ground_id"] == told["ground_id"]}
            for answer in self.world.of("consent_consentanswer"):
                who = (answer["consent_id"], answer["about_person"])
                if answer["giver"] != "third" or answer["withdrawn_at"] or answer["about_person"] is None or who[0] not in rests:
                    continue
                if who not in newest or answer["answered_at"] > newest[who]["answered_at"]:
                    newest[who] = answer
            found |= {(told["subject_id"], who[1]) for who, a in newest.items() if a["yes"] and not a["taken_back_at"]}
        return found

    # -- what the chapters ask of it -----------------------------------------------------------------------
    @cached_property
    def work(self) -> set[UUID]:
        """The subjects one both reads and writes about at some wall."""
        return {subject for subject, _wall in self.reads & self.writes}

    @cached_property
    def quiet(self) -> set[UUID]:
        """Grounds on a question in silence, about those one reads about or works with; not one's own to know of."""
        near = self.children() | {subject for subject, _wall in self.reads}
        silent = {
            c["id"]
            for c in self.world.of("consent_consent")
            if c["wall"] % 64 == 17 and c["subject_id"] in near and (c["subject_id"], c["wall"]) not in self.reads
        }
        on = {r["ground_id"] for r in self.world.of("access_groundconsent") if r["consent_id"] in silent}
        return on - {d["ground_id"] for d in self.told}

    @cached_property
    def duties(self) -> set[UUID]:
        """One's own, and those of whom one has taken over from and who cannot hold now (each passed on once here)."""
        away = {row["capacity_id"] for row in self.world.of("people_leave") if live(row)}
        passed = {
            row["capacity_id"]
            for row in self.world.of("people_succession")
            if row["holder_id"] == self.me and (row["until_at"] is None or row["until_at"] > NOW)
        }
        able = {c["id"] for c in self.world.of("people_capacity") if in_force(c)} - away
        return ({self.me} | (passed - able if self.me in able else set())) - {None}

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

    def visible(self, tables: Iterable[str] | None = None) -> dict[str, set[UUID]]:
        """The keys of what this capacity reads, table by table."""
        return {table: self.sees(table) for table in (self.world.rows.keys() & chapters().keys() if tables is None else tables)}

    def sees(self, table: str) -> set[UUID]:
        """The keys of the rows of a table that this capacity reads."""
        if table not in self._seen:
            key, reads = key_of(table), self._rule_of(table)
            self._seen[table] = {row[key] for row in self.world.of(table) if reads(row)}
        return self._seen[table]

    def _rule_of(self, table: str) -> Callable[[dict], bool]:
        facts = {"people_child": self._child, "people_guardian": self._guardian, "people_significantadult": self._adult}
        if table in facts:
            return facts[table]
        model = chapters()[table]
        if model.policy == "head":
            also = HEADS.get(table, everyone)
            return lambda row: self.sees_head(row) and (self._family_sees(row) or also(self, row))
        if model.policy == "body":
            head, more, opened = model._meta.pk.related_model._meta.db_table, TEXTS.get(table, everyone), self.opened()
            heads = {pk for pk in self.sees(head) if more(self, self.world.find(head, pk))}
            return lambda row: row["head_id"] in heads and (row["subject_id"], row["wall"]) in opened
        return partial(SENTENCES[table], self)

    def _child(self, row: dict) -> bool:
        ward = row["subject_id"] in {subject for subject, _side in self.family}
        return row["subject_id"] not in self.hidden and (ward or self._fact(row, "subject_id", "opened_by_id"))

    def _guardian(self, row: dict) -> bool:
        ward = row["subject_id"] in {subject for subject, _side in self.family}
        herself = ward and row["person_id"] == self.capacity["person_id"]
        return row["subject_id"] not in self.hidden and (herself or self._fact(row, "id", "written_by_id"))

    def _adult(self, row: dict) -> bool:
        return row["subject_id"] not in self.hidden and self._fact(row, "id", "written_by_id")

    def _fact(self, row: dict, key: str, writer: str) -> bool:
        return self.reaches(row["subject_id"], row["wall"], row[key], STANDING, row[writer] == self.capacity["id"])
