"""A guardian who answers nothing: silence shows to the one who asked, help goes on, and nobody is hurried or blamed."""

import datetime as dt
import re
from importlib import import_module

import pytest
from django.db import connections

from samling.clocks.rules import Reach, Sort
from samling.concern.models import Signal
from samling.consent.models import Consent
from samling.consent.rules import may_remind
from samling.consent.tests.asking import answer, ask, move_clock, stands
from samling.letters.models import Letter
from samling.people.models import Capacity, Child, Guardian
from samling.records.clock import now
from tests.cast import FROZEN
from tests.walls.database import as_guard

from .test_clocks import around

migration = import_module("samling.consent.migrations.0004_reminders")
BLAME = re.compile(r"måste svara|borde|vägrar|försenad|påminnelse|trots|uteblivit", re.IGNORECASE)
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(("days", "may"), [(0, False), (13, False), (14, True), (60, True)])
def test_once_a_fortnight_and_no_more(days, may):
    assert bool(may_remind(last_at=FROZEN, at=FROZEN + days * DAY)) is may


def panel(visitor, consent):
    page = visitor.as_("petra").get(f"/consents/{consent}/").content.decode()
    return page.split("Medan ni väntar")[-1].split("Mer att göra")[0] if "Medan ni väntar" in page else ""


def remind(cast, visitor, consent, who="ali"):
    return visitor.as_("petra").post(f"/consents/{consent}/reminder/", {"who": cast.world.guardian[who]})


def silences(cast, who="petra"):
    return [one for one in around(cast, who) if one.sort is Sort.ANSWER]


def test_silence_shows_help_goes_on_and_nobody_is_blamed(cast, visitor):
    consent = ask(cast, "petra", cast.adam)
    answer(cast, "petra", consent, cast.hodan)
    said = panel(visitor, consent)
    assert "Ali" in said and "Hodan" not in said and not BLAME.search(said)
    assert "Det är tillåtet att inte svara" in said and "Det ni själva gör går vidare" in said and "ge frågan på papper" in said
    assert not stands(cast, "petra", consent)  # one of two: nothing is told outside
    visitor.as_("petra").get(f"/children/{cast.adam}/")
    with cast.acting("petra"):
        assert Signal.objects.filter(subject_id=cast.adam).count() == 0  # silence makes no concern of anybody
    # Nobody writes again within a fortnight, whatever is pressed.
    assert "vänligt brev" not in said and remind(cast, visitor, consent).status_code == 403
    move_clock(FROZEN + 14 * DAY)
    assert "vänligt brev" in panel(visitor, consent)
    letter = remind(cast, visitor, consent)
    text = visitor.get(letter.url).content.decode()
    assert "båda går bra" in text and "behöver inte svara nu" in text and not BLAME.search(text.split("<textarea")[1].split("</textarea")[0])
    assert remind(cast, visitor, consent).url == letter.url  # the same day it is the same letter
    move_clock(FROZEN + 20 * DAY)
    assert remind(cast, visitor, consent).status_code == 403
    with cast.acting("petra"):
        assert Letter.objects.filter(subject_id=cast.adam).count() == 1


def test_an_old_letter_that_reminded_is_called_so_and_no_other_letter(cast, visitor):
    consent = ask(cast, "petra", cast.adam)
    move_clock(FROZEN + 14 * DAY)
    remind(cast, visitor, consent)
    with cast.acting("petra"):
        child, one, by = Child.objects.get(pk=cast.adam), Guardian.objects.get(pk=cast.hodan), Capacity.objects.get(pk=cast.petra)
        Letter.draft(child, one, kind="other", words={}, by=by, at=now())
    with as_guard() as cursor:
        cursor.execute("update letters_letter set kind = 'other'")
    with connections["owner"].schema_editor() as editor:
        migration.name_reminders(None, editor)
    with cast.acting("petra"):
        assert list(Letter.objects.order_by("kind").values_list("kind", "guardian_id")) == [("asked", cast.ali), ("other", cast.hodan)]


def test_the_word_of_it_goes_to_the_one_who_asked_then_further(cast, visitor):
    consent = ask(cast, "petra", cast.adam)
    answer(cast, "petra", consent, cast.hodan)
    move_clock(FROZEN + 2 * DAY)
    found = silences(cast)[0]
    days = {"coordinator_days": 7, "head_days": 14}
    assert found.owner == cast.petra and found.due_on == (FROZEN + 14 * DAY).date()
    reach = [found.reach(found.due_on + late * DAY, days) for late in (0, 7, 14)]
    assert reach == [Reach.OWNER, Reach.COORDINATOR, Reach.HEAD]
    answer(cast, "petra", consent, cast.ali, how="interpreted")
    assert not silences(cast)
    with cast.acting("petra"):
        assert Consent.objects.get(pk=consent).answers.filter(how="interpreted").exists()


def test_a_no_is_an_answer_and_a_quiet_question_waits_for_nobody_at_home(cast):
    consent = ask(cast, "petra", cast.adam)
    assert silences(cast)
    answer(cast, "petra", consent, cast.hodan, yes=False)
    assert not silences(cast)
