"""Lotsen has said yes about Adam and knows his guardians: what the tests here stand on."""

import datetime as dt
from typing import Any
from uuid import UUID, uuid4

from samling.access.door import fetch
from samling.family.models import add_around
from samling.people.models import Child, Guardian
from samling.records.clock import now
from samling.referral.tests.asking import answer, asked, me, take_in
from samling.welcome.models import InfoMeeting
from samling.welcome.models import answers as deeds
from samling.welcome.models.answers import Spoken, givers

PARENTS = (("Hodan", "mamma"), ("Ali", "pappa"))


def accepted(cast: Any, parents: tuple = PARENTS) -> UUID:
    """Asked, received, answered with yes; the team has noted the guardians. Returns the team's child row."""
    referral = asked(cast)
    child = take_in(cast)
    answer(cast, referral, "accepted")
    with cast.acting("maria") as acting:
        row = Child.objects.select_related("branch", "unit").get(pk=child)
        for name, relation in parents:
            told = {"given_name": name, "family_name": "Hassan", "relation": relation, "custody": "joint"}
            add_around(Guardian, row, told, by=me(acting).pk, at=now(), pk=uuid4())
    return child


def arranged(cast: Any, child: UUID, **told: Any) -> UUID:
    """A meeting without a day yet."""
    with cast.acting("maria") as acting:
        row = fetch(Child, child, "arrange an information meeting")
        said = {"holder": me(acting), "starts_at": None, "needs": ["interpreter"], "place": "Biblioteket", "words": ""} | told
        return InfoMeeting.arrange(row, said, by=me(acting), at=now()).pk


def spoken(cast: Any, meeting: UUID, **said: bool) -> list[Spoken]:
    """What some of them say, by given name in small letters."""
    found = InfoMeeting.objects.get(pk=meeting)
    keys = {one.name.split()[0].lower(): one.key for one in givers(found, found.child)}
    return [Spoken(keys[name], yes, "spoken") for name, yes in said.items()]


def hold(cast: Any, meeting: UUID, **said: bool) -> None:
    """The family is met."""
    with cast.acting("maria") as acting:
        found = fetch(InfoMeeting, meeting, "hold an information meeting")
        deeds.hold(found, spoken(cast, meeting, **said), by=me(acting), at=now())


def later(cast: Any, meeting: UUID, after: dt.timedelta = dt.timedelta(0), **said: bool) -> None:
    """Someone answers after the meeting."""
    with cast.acting("maria") as acting:
        found = fetch(InfoMeeting, meeting, "note what the family answers")
        deeds.answer(found, spoken(cast, meeting, **said), by=me(acting), at=now() + after)
