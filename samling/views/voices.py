"""Whose voices there are around a child, and which of them have been heard."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext

from samling.contact.models import NoContact
from samling.people.models import Child, Guardian, SignificantAdult
from samling.seating.models import Speaker, colleagues
from samling.ui.parts import ACTORS

from . import rules
from .models import Note

OTHERS = ("home", "school", "social", "health")


class Heard(NamedTuple):
    """A voice and how many notes are its own; `stopped` when nothing may reach that home."""

    speaker: Speaker
    number: int
    through: int = 0
    stopped: bool = False


class Around:
    """The voices around one child, read once."""

    def __init__(self, child: Child, at: dt.datetime):
        self.child, self.at = child, at
        self.guardians = list(Guardian.objects.standing(at).filter(subject_id=child.pk).order_by("given_name"))
        adults = SignificantAdult.objects.standing(at).filter(subject_id=child.pk)
        self.adults = list(adults.order_by("given_name"))

    @property
    def name(self) -> str:
        """The child's name, as the child wants it."""
        return self.child.called or self.child.given_name

    @property
    def own(self) -> Speaker:
        """The child, in own words."""
        return Speaker("child", rules.Voice.CHILD, self.name, gettext("own words"), "child")

    @property
    def family(self) -> list[Speaker]:
        """The guardians and other adults whom the child trusts."""
        pairs: list[tuple[str, Any]] = [(rules.Voice.GUARDIAN, one) for one in self.guardians]
        pairs += [(rules.Voice.ADULT, one) for one in self.adults]
        return [Speaker(f"{voice}-{one.pk}", voice, str(one), one.relation, "home", one.pk) for voice, one in pairs]

    @property
    def staff(self) -> list[Speaker]:
        """Those who work with the child, by profession."""
        return [
            Speaker(f"staff-{one.pk}", rules.Voice.STAFF, str(one.person), one.role_title,
                    one.unit.branch.actor if one.unit else "school", one.pk)
            for one in colleagues(self.child, self.at)
        ]  # fmt: skip

    @property
    def through(self) -> Speaker:
        """The child, as an adult understood it."""
        return Speaker("through", rules.Voice.THROUGH, self.name, gettext("as an adult understood it"), "child")

    @property
    def speakers(self) -> list[Speaker]:
        """Everyone the form offers, the child first."""
        return [self.own, self.through, *self.family, *self.staff]

    def coverage(self, notes: Sequence[Note]) -> list[Heard]:
        """Each voice with the number of its notes: the child and every guardian also when there is none."""
        through = sum(note.voice == rules.Voice.THROUGH for note in notes)
        own = sum(note.voice == rules.Voice.CHILD for note in notes)
        heard = [Heard(self.own, own, through)]
        stopped = set(NoContact.standing(self.child.pk).values_list("guardian_id", flat=True))
        left = [note for note in notes if note.voice in (rules.Voice.GUARDIAN, rules.Voice.ADULT)]
        for one in self.family:
            mine = [note for note in left if note.voice_id == one.id or note.voice_name.casefold() == one.name.casefold()]
            left = [note for note in left if note not in mine]
            heard.append(Heard(one, len(mine), stopped=one.id in stopped))
        return [*heard, *_others(left), *_sides(notes)]


def _others(left: Iterable[Note]) -> list[Heard]:
    """Adults whom only a note names."""
    found: dict[str, list[Note]] = {}
    for note in left:
        found.setdefault(note.by_voice, []).append(note)
    return [
        Heard(Speaker(key, mine[0].voice, mine[0].voice_name, mine[0].voice_role, mine[0].shape), len(mine))
        for key, mine in found.items()
    ]


def _sides(notes: Sequence[Note]) -> list[Heard]:
    """The staff of each side together; the school also when it has said nothing."""
    found = []
    for shape in OTHERS[1:]:
        number = sum(note.voice == rules.Voice.STAFF and note.shape == shape for note in notes)
        if number or shape == "school":
            found.append(Heard(Speaker(f"side-{shape}", rules.Voice.STAFF, str(ACTORS[shape]), "", shape), number))
    return found


def other(side: str, name: str, role: str) -> Speaker:
    """Somebody whom Samling does not know: another adult by name, at home or in some profession."""
    voice = rules.Voice.ADULT if side == "home" else rules.Voice.STAFF
    return Speaker(f"other-{side}", voice, name, role, side if side in OTHERS else "home")
