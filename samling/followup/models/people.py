"""Whom one can ask around a child."""

import datetime as dt

from samling.contact.models import NoContact
from samling.instruments.shape import Voice, form_of
from samling.people.models import Child
from samling.seating.models import colleagues, guardians

from .asking import Person, key_of


def people_of(child: Child, at: dt.datetime, today: dt.date) -> list[Person]:
    """The child, each guardian whom nothing keeps us from, and the adults at school who work with the child."""
    form = form_of(age_of(child, today))
    own = [Person("child", Voice.CHILD, child.called or child.given_name, None, form == "faces")]
    stopped = NoContact.stopped(child.pk)
    home = [one for one in guardians(child, at) if one.pk not in stopped]
    school = [one for one in colleagues(child, at) if one.unit and one.unit.branch.actor == "school"]
    return [
        *(own if form != "none" else []),
        *(Person(key_of(Voice.HOME, one.pk), Voice.HOME, str(one), one.pk) for one in home),
        *(Person(key_of(Voice.SCHOOL, one.pk), Voice.SCHOOL, str(one.person), one.pk) for one in school),
    ]


def age_of(child: Child, today: dt.date) -> int:
    """The child's age in whole years; by the year of birth alone where the day is not known."""
    born = child.born_on
    if not born:
        return today.year - child.birth_year
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
