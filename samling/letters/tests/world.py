"""What the tests of letters share: a guardian who can be reached, a letter, and the worker's own connection."""

import datetime as dt
from contextlib import contextmanager

import psycopg
from django.db import connections

from samling.letters.carriers import Carried
from samling.letters.models import Letter
from samling.letters.sending import Outbox, send_due
from samling.people.models import Capacity, Child, Guardian
from samling.records.clock import now
from samling.server.embedded import Cluster


def arrange(sql: str, *values) -> None:
    """Past every verb: as the database's administrator."""
    with Cluster(purpose="test").superuser(connections["default"].settings_dict["NAME"]) as admin:
        admin.execute(sql, values)


def later(**by) -> None:
    """Let the clock of this database go on: `later(minutes=5)`."""
    arrange("update guard.installation set clock_offset = clock_offset + %s", dt.timedelta(**by))


def reachable(guardian, *, email="", phone="", safe_phone="", rule="") -> None:
    """The guardian's contact details."""
    arrange("update people_guardian set email = %s, phone = %s, safe_phone = %s, contact_rule = %s where id = %s",
            email, phone, safe_phone, rule, guardian)


def drafted(cast, who="petra", child="adam", guardian="hodan", kind="adaptations", **words) -> Letter:
    """A letter that somebody of the cast has begun."""
    with cast.acting(who) as acting:
        by = Capacity.objects.select_related("person", "unit__branch__organisation").get(pk=acting.capacity_id)
        return Letter.draft(
            Child.objects.get(pk=getattr(cast, child)), Guardian.objects.get(pk=getattr(cast, guardian)),
            kind=kind, words=words, by=by, at=now(),
        )


def sent(cast, who="petra", **more) -> Letter:
    """A letter that somebody has drafted and sent."""
    letter = drafted(cast, who, **more)
    with cast.acting(who) as acting:
        by = Capacity.objects.select_related("person", "unit__branch__organisation").get(pk=acting.capacity_id)
        Letter.objects.get(pk=letter.pk).send(by=by, at=now())
    return letter


def state(cast, who, letter) -> str:
    """Where a letter stands for somebody."""
    with cast.acting(who):
        return str(Letter.objects.get(pk=letter.pk).state(now()))


@contextmanager
def outbox():
    """The outbox as the worker has it."""
    name = connections["default"].settings_dict["NAME"]
    with psycopg.connect(**Cluster(purpose="test").dsn("worker", name), autocommit=True) as connection:
        yield Outbox(connection)


class Kept:
    """A carrier that keeps what it gets; `outcomes` are what becomes of the first tries."""

    def __init__(self, *outcomes):
        self.outcomes, self.parcels = list(outcomes), []

    def carry(self, parcel, handing):
        outcome = self.outcomes.pop(0) if self.outcomes else "sent"
        if outcome in ("sent", "maybe", "accepted"):
            handing()
        self.parcels.append(parcel)
        return Carried(outcome, "theirs")

    def ask(self, message, provider_id):
        return self.outcomes.pop(0) if self.outcomes else None


def run(**carriers) -> int:
    """Send what is due by these carriers."""
    with outbox() as mine:
        return send_due(mine, carriers)
