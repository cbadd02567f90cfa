"""A guardian who signs in: made by the owner of the clone."""

import datetime as dt
from uuid import UUID

from django.db import connections

from samling.kernel.sorting import swedish_key
from samling.people.models import Capacity, Person
from tests.cast import FROZEN
from tests.cloning import Template

LONG_AGO = dt.timedelta(days=365)


def signed_in_guardian(cast, name: str, guardian: UUID) -> None:
    """Give a guardian of the cast a person and a capacity of her own: `cast.acting(name)` is her then."""
    person = Person.objects.using("owner").create(
        given_name=name.title(), family_name="F", sort_key=swedish_key(name), is_staff_member=False
    )
    capacity = Capacity(person_id=person.pk, unit_id=None, role="guardian", from_at=FROZEN - LONG_AGO)
    capacity.save(using="owner")
    cast.world.capacity[name] = capacity.pk
    with Template.ready().cluster.superuser(connections["default"].settings_dict["NAME"]) as admin:
        admin.execute("update people_guardian set person_id = %s where id = %s", [person.pk, guardian])
