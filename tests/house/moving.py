"""Furnishes the house with children who move on: one being prepared, one on its way in, one read in, and a known house."""

import datetime as dt
from typing import Any
from uuid import uuid4

from samling.access.door import open_walls
from samling.people.models import Guardian, Unit
from samling.records.clock import now, today
from samling.referral.tests.asking import child_of, me
from samling.transition.models import Neighbour, Package, PackagePart, PackageSeen


def transitions(cast: Any) -> None:
    """Adam's is prepared; Noor's waits for Söderskolan's answer; Elsa's has gone as a file to another town."""
    _prepared(cast, "petra", "adam", (), to_unit="soderskolan", way="inside", to="")
    cast.package = _prepared(cast, "petra", "noor", ("rana",), to_unit="soderskolan", way="inside", to="")
    gone = _prepared(cast, "maja", "elsa", ("anna", "mattias"), to_unit="", way="file", to="Bergskolan, Berg")
    with cast.acting("gunilla") as acting:
        for key in (cast.package, gone):
            package = Package.objects.get(pk=key)
            open_walls(package.child, "hand over a transition package")
            package.give(by=me(acting), at=now())
    with cast.acting("ingrid") as acting:
        Neighbour.add({"name": "Berg", "public": "0a" * 32}, by=me(acting), at=now(), pk=uuid4())


def _prepared(cast: Any, who: str, name: str, guardians: tuple[str, ...], *, to_unit: str, way: str, to: str) -> Any:
    with cast.acting(who) as acting:
        by, child = me(acting), child_of(cast, name)
        open_walls(child, "prepare a transition")
        unit = Unit.objects.get(pk=cast.world.unit[to_unit]) if to_unit else None
        told = {"kind": "school", "way": way, "to": to, "to_unit": unit, "moves_on": today() + dt.timedelta(days=40)}
        made = Package.prepare(child, told, by=by, at=now(), pk=uuid4())
        for code, text in (("works", "Börjar bäst med något i handen."), ("child", "Jag vill sitta vid fönstret.")):
            PackagePart.write(made, code, text, by=by, at=now(), pk=uuid4())
        people = [Guardian.objects.get(pk=cast.world.guardian[one]) for one in guardians]
        for one in (*people, None):
            said = {"guardian": one, "who": str(one or name), "how": "spoken", "stance": "agrees", "seen_on": today(), "words": "Bra."}
            PackageSeen.note(made, said, by=by, at=now(), pk=uuid4())
        return made.pk
