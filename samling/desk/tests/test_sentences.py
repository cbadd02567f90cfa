"""How things are around a child, in one sentence that is true today."""

import datetime as dt

import pytest
from django.utils.translation import override

from samling.clocks.stage_rules import Happened, standing
from samling.desk.rules import Facts
from samling.desk.sentences import just_now
from samling.people.models import Child

TODAY = dt.date(2025, 11, 20)
AT = dt.datetime(2025, 10, 9, 8, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(("days", "said"), [(2, "Ni frågar hur det gick"), (0, "Ni frågar hur det gick i dag"),
                                            (-2, "Ni skulle ha frågat hur det gick tisdag 18 november")])  # fmt: skip
def test_the_day_to_ask_is_ahead_or_gone(days, said):
    found = standing([Happened("checklist solved here", AT, None)])
    facts = Facts(today=TODAY, follow_up_on=TODAY + dt.timedelta(days=days), said_yes=False, is_asked=False,
                  waits=False, is_met=False, is_stopped=False)  # fmt: skip
    with override("sv"):
        assert said in just_now(Child(given_name="Noor"), found, facts, [])


@pytest.mark.parametrize(("kinds", "said"), [
    (("concern noted", "checklist begun", "checklist followed up", "concern closed"), "Ni löste det tillsammans"),
    (("concern noted", "checklist begun", "concern closed"), "Oron för Noor är avslutad."),
    (("checklist followed up", "concern noted", "concern closed"), "Oron för Noor är avslutad."),
    ((), "Inget särskilt är på gång"),
])  # fmt: skip
def test_only_what_was_solved_is_called_solved(kinds, said):
    found = standing([Happened(kind, AT + dt.timedelta(days=turn), None) for turn, kind in enumerate(kinds)])
    with override("sv"):
        assert said in just_now(Child(given_name="Noor"), found, Facts(today=TODAY), [])


@pytest.mark.parametrize(("is_alone", "said"), [(False, "väntar på svar"), (True, "Ingen utifrån hjälper Noor nu")])
def test_nobody_is_waited_for_who_has_left(is_alone, said):
    found = standing([Happened("party invited", AT, None)])
    begun = standing([*found.latest, Happened("the team said yes", AT + dt.timedelta(days=9), None)])
    with override("sv"):
        assert said in just_now(Child(given_name="Noor"), found, Facts(today=TODAY, is_alone=is_alone), [])
        assert ("Ingen utifrån" in just_now(Child(given_name="Noor"), begun, Facts(today=TODAY, is_alone=is_alone), [])) is is_alone


@pytest.mark.parametrize(("kinds", "said"), [
    (("party invited", "plan begun"), "Det finns en plan runt Noor"),
    (("party invited", "the team said yes"), "Ni tar reda på hur det är för Noor"),
    (("party invited", "plan begun", "decided to go on", "matter closed", "matter opened again"), "Det är öppet igen runt Noor"),
    (("plan begun", "matter closed", "matter opened again", "decided to change something"), "Ni har sett efter om planen runt Noor"),
])  # fmt: skip
def test_how_far_those_who_help_together_have_come(kinds, said):
    found = standing(Happened(kind, AT + dt.timedelta(days=day)) for day, kind in enumerate(kinds))
    with override("sv"):
        assert said in just_now(Child(given_name="Noor"), found, Facts(today=TODAY, is_met=True), [])
