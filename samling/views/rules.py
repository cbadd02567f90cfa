"""What a note may be, where it stands, who may take it further; where views differ. Plain values in and out."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.categories import Category as C
from samling.kernel.words import _
from samling.sharing.rules import Guest

from .reference import CHILD, DOMAINS, HOME, PLACES, SCHOOL

CHANGING = dt.timedelta(hours=24)
NOTE_LONGEST, HELP_LONGEST, STORY_LONGEST, ANALYSIS_LONGEST = 400, 200, 6000, 1200  # letters
REGIONS = ((CHILD,), (CHILD, SCHOOL), (CHILD, HOME), (CHILD, SCHOOL, HOME), (SCHOOL,), (SCHOOL, HOME), (HOME,))


class Kind(StrEnum):
    """What a note is: a strength, a worry or a question. Never a score."""

    STRENGTH = "strength"
    WORRY = "worry"
    QUESTION = "question"


class Voice(StrEnum):
    """Whose words a note is. CHILD is the child's own words; THROUGH is the child as an adult understood it."""

    CHILD = "child"
    THROUGH = "through"
    GUARDIAN = "guardian"
    ADULT = "adult"
    STAFF = "staff"


FAMILY = (Voice.CHILD, Voice.THROUGH, Voice.GUARDIAN, Voice.ADULT)
AT_SCHOOL = (C.LEARNING, C.LEISURE, C.RELATIONS, C.SOCIAL, C.MEDICAL)
GLYPHS = {Kind.STRENGTH: "+", Kind.WORRY: "!", Kind.QUESTION: "?"}


class Said(NamedTuple):
    """A note as the rules see it: its key, what it is, about what, and whose voice."""

    key: str
    kind: str
    domain: str
    voice: str  # a key for one person, or for one side's staff


class Difference(NamedTuple):
    """One domain in which voices see opposite things: the keys of the strengths and of the worries."""

    domain: str
    strengths: tuple[str, ...]
    worries: tuple[str, ...]


def ordered(places: Iterable[str]) -> tuple[str, ...]:
    """The places in the order of the picture, each once."""
    chosen = set(places)
    return tuple(place for place in PLACES if place in chosen)


def may_place(places: Iterable[str], domain: str) -> Answer:
    """A note lies in one to three circles, and one of them is the one that its domain belongs to."""
    chosen = ordered(places)
    if not chosen:
        return refuse(_("Choose at least one of the three."))
    if domain in DOMAINS and DOMAINS[domain].place not in chosen:
        return refuse(_("What it is about belongs to another circle. Choose that circle too, or something else."))
    return allow(_("The note has its place."))


def category(places: Iterable[str], voice: str, may: Collection[C]) -> C:
    """Which kind of information a note is in the writer's own compartment: the most shielded of its places.

    The child's own words are VOICE wherever they lie. What is about school alone is the first kind of AT_SCHOOL that
    the writer may write (docs/decisions/0062-views.md).
    """
    chosen = set(places)
    if voice == Voice.CHILD:
        return C.VOICE
    if HOME in chosen:
        return C.HOME
    if CHILD in chosen:
        return C.CONCERN
    return next((one for one in AT_SCHOOL if one in may), C.LEARNING)


def may_write(*, writes: bool) -> Answer:
    """A note stands behind a wall that its writer may write behind."""
    if not writes:
        return refuse(_("You may not write about this kind of information for the child. Choose another circle."))
    return allow(_("You work with this child."))


def may_begin(walls: Mapping[int, bool]) -> Answer:
    """Whoever works with the child places notes."""
    if not any(walls.values()):
        return refuse(_("Those who work with the child place notes."))
    return allow(_("You work with this child."))


def may_stand_at_the_table(*, about_person: bool) -> Answer:
    """What is told of another person is never written straight to the table: that person is asked first."""
    if about_person:
        return refuse(_("It is about another person, who must say yes first. Keep it with you until then."))
    return allow(_("Everyone at the table reads it."))


def may_replace(*, is_own: bool, voice: str, has_newer: bool, is_gone: bool) -> Answer:
    """The writer puts a new version in the place of a note; the child's words are never changed (R24)."""
    if voice == Voice.CHILD:
        return refuse(_("The child's own words stay as they were said. Write a note beside them."))
    if not is_own:
        return refuse(_("Only the one who wrote the note can change it."))
    if is_gone:
        return refuse(_("The note has been taken back."))
    if has_newer:
        return refuse(_("There is a newer version. Change that one."))
    return allow(_("You wrote it."))


def may_undo(*, is_own: bool, age: dt.timedelta, is_gone: bool) -> Answer:
    """A mistake is taken back by its writer within a day."""
    if not is_own or is_gone:
        return refuse(_("Only the one who wrote the note can undo it."))
    if age >= CHANGING:
        return refuse(_("A note can be undone for a day."))
    return allow(_("You wrote it less than a day ago."))


def may_take_back(*, voice: str, writes: bool, is_gone: bool) -> Answer:
    """The family takes its own words back at any time; whoever works with the child notes it."""
    if voice not in FAMILY:
        return refuse(_("Only the family takes its words back."))
    if is_gone:
        return refuse(_("The words have been taken back."))
    if not writes:
        return refuse(_("Those who work with the child note it."))
    return allow(_("The words are the family's own."))


def may_put(*, reads: bool, is_own: bool, guests: Sequence[Guest], third: bool | None) -> Answer:
    """Whether a record may be put before everyone at the table. `third` is that person's own yes, None if no one's."""
    if not is_own:
        return refuse(_("Only the one who wrote the note puts it on the table."))
    if not guests:
        return refuse(_("Nobody else takes part yet."))
    if all(guest.is_told for guest in guests):
        return refuse(_("Everyone at the table can read it already."))
    if third is False:
        return refuse(_("It is about another person, who has not said yes to this."))
    if not reads or any(not guest.is_told and not guest.said_yes for guest in guests):
        return refuse(_("Somebody at the table may not be told this yet. Ask the family for a yes that covers it."))
    return allow(_("A standing yes covers it for everyone at the table."))


def may_share_story(*, guests: Sequence[Guest], is_gone: bool) -> Answer:
    """A story is shared with those whom a standing yes covers, when the one who told it wants it."""
    if is_gone:
        return refuse(_("The story has been taken back."))
    if not guests:
        return refuse(_("Nobody else takes part yet."))
    if all(guest.is_told for guest in guests):
        return refuse(_("Everyone at the table can read it already."))
    if not any(guest.said_yes and not guest.is_told for guest in guests):
        return refuse(_("There is nobody to share it with now. It needs a standing yes that covers the home."))
    return allow(_("The one who told it decides."))


def may_keep_analysis(*, length: int, notes: int, stories: Iterable[int]) -> Answer:
    """A synthesis is short, rests on notes, and is never longer than the story (domain reference 2.2, step 8)."""
    told = max(stories, default=0)
    if not notes:
        return refuse(_("Choose at least one note that it rests on."))
    if length > ANALYSIS_LONGEST:
        return refuse(_("Make it shorter: a synthesis says what matters most."))
    if told and length > told:
        return refuse(_("It is longer than the family's own story. Make it shorter: the story carries the rest."))
    return allow(_("It is short, and one can see what it rests on."))


def differences(notes: Iterable[Said]) -> list[Difference]:
    """The domains where one voice tells of a strength and another of a worry, in the domains' own order.

    One person may see both sides of a thing; that is no difference between views.
    """
    found, said = [], list(notes)
    for domain in DOMAINS:
        strengths = [one for one in said if one.domain == domain and one.kind == Kind.STRENGTH]
        worries = [one for one in said if one.domain == domain and one.kind == Kind.WORRY]
        bright = [one.key for one in strengths if any(other.voice != one.voice for other in worries)]
        dark = [one.key for one in worries if any(other.voice != one.voice for other in strengths)]
        if bright and dark:
            found.append(Difference(domain, tuple(bright), tuple(dark)))
    return found


def counts(kinds: Iterable[str]) -> dict[str, int]:
    """How many there are of each kind, those that there are, in their order."""
    said = list(kinds)
    return {kind: said.count(kind) for kind in Kind if kind in said}
