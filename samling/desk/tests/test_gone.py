"""What is said to a side whose part ended because the home took its yes back."""

import datetime as dt

import pytest

from samling.access import guard
from samling.access.models import Ground
from samling.clocks.models.heard import HEARD, WORDS
from samling.consent.models import ConsentAnswer
from samling.consent.tests.asking import answer, ask, move_clock
from samling.journey.parties import invite
from samling.people.models import Child
from samling.promises.tests import table
from samling.records.clock import now
from samling.records.written import told
from tests.cast import FROZEN

pytestmark = pytest.mark.usefixtures("database")
HOUR = dt.timedelta(hours=1)


def came_on_a_yes(cast):
    """Lotsen has come in on the home's yes: its own row of the child, and an answer that carried it."""
    lotsen = cast.world.unit["lotsen_social"]
    consent = ask(cast, "petra", cast.adam, walls=(table.NAME,), to_unit=lotsen)
    said = [answer(cast, "petra", consent, giver) for giver in (cast.hodan, cast.ali)]
    with cast.acting("gunilla") as acting:
        ground = guard.give_ground(cast.adam, [table.NAME], basis="consent", because="Tillsammans.", unit=lotsen, consents=[consent])
        party = invite(Child.objects.get(pk=cast.adam), Ground.objects.get(pk=ground), how="space", question="Kan ni?",
                       by=acting.capacity_id, at=now())  # fmt: skip
    with cast.acting("maria"):
        return guard.accept_party(party), said[0]


def test_a_side_whose_yes_was_taken_back_reads_so_in_the_list_and_on_the_page(cast, visitor):
    there, said = came_on_a_yes(cast)
    maria = visitor.as_("maria")
    assert '<span class="kids__stage">Tillsammans' in maria.get("/children/").content.decode()
    move_clock(FROZEN + HOUR)
    with cast.acting("petra") as acting:
        ConsentAnswer.objects.get(pk=said).take_back(how="spoken", by=acting.capacity_id, at=now())
    maria = visitor.as_("maria")
    shown = maria.get("/children/").content.decode()
    assert '<span class="kids__stage">Avslutad' in shown and "Inget berättat än" not in shown
    assert "Er del i hjälpen runt Adam är slut." in maria.get(f"/children/{there}/").content.decode()
    with cast.acting("maria"):
        assert told(f"{HEARD} select rests from heard where subject_id = %(child)s", **WORDS, child=there) == [(True,)]
