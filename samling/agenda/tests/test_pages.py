"""The pages of a meeting, by hand without JavaScript: from the agenda to *Klart för i dag*, and on paper."""

import re

import pytest
from django.urls import reverse

from samling.agenda.models import TeamDecision, TeamMeetingItem

from .hour import assign, meeting_of, said_yes, take_up, team_of


@pytest.fixture
def meeting(cast):
    team_of(cast)
    return meeting_of(cast)


def text(answer):
    """What a person reads."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def field(page, name):
    """The value of a hidden field."""
    return re.search(rf'name="{name}" value="([^"]*)"', page.content.decode())[1]


def test_an_hour_from_the_agenda_to_done_for_today(cast, visitor, meeting):
    assign(cast, "adam", "amir")
    petra = visitor.as_("petra")
    there = reverse("agenda:take-up", args=[cast.adam])
    form = petra.get(there)
    moment = re.search(r'<option value="([^"]+)">', form.content.decode())[1]
    sent = {"key": field(form, "key"), "meeting": moment, "question": "Hur får vi lugnare morgnar?"}
    assert petra.post(there, sent, follow=True).status_code == 200
    assert petra.post(there, sent).status_code == 302  # the same form once more is the same item
    amir = visitor.as_("amir")
    with cast.acting("amir"):
        (item,) = TeamMeetingItem.objects.all()
    agenda = amir.get(reverse("agenda:meeting", args=[meeting]))
    assert "Adam Hassan" in text(agenda) and "Klart för i dag" not in text(agenda)
    page = amir.get(item.get_absolute_url())
    assert "Hur får vi lugnare morgnar?" in text(page)
    assert amir.post(item.get_absolute_url(), {"seen": "", "text": "Lugnt när han får komma först."}).status_code == 302
    decide = reverse("agenda:decision-new", args=[item.pk])
    form = amir.get(decide)
    assert "checked" not in form.content.decode().split("id_kind")[1].split("id_adaptation")[0]  # nothing chosen
    told = {"key": field(form, "key"), "kind": "support", "holder": cast.amir, "due_on": "2026-01-15",
            "teller": cast.petra, "tell_on": "2025-11-27"}  # fmt: skip
    assert amir.post(decide, told | {"tell_on": ""}).status_code == 422  # who tells, and by when
    assert amir.post(decide, told).status_code == 302
    assert "Klart för i dag" not in text(amir.get(reverse("agenda:meeting", args=[meeting])))
    ended = amir.post(reverse("agenda:end", args=[meeting]), follow=True)
    assert "Klart för i dag" in text(ended)
    with cast.acting("amir"):
        assert TeamDecision.objects.get().handed_at
    today = text(visitor.as_("petra").get("/"))
    assert "Berätta hemma vad mötet bestämde" in today
    assert "Håll i det som mötet bestämde" in text(visitor.as_("amir").get("/"))


def test_two_who_write_at_once_see_both_texts(cast, visitor, meeting):
    assign(cast, "adam", "amir", "cecilia")
    item = reverse("agenda:item", args=[take_up(cast, "petra", "adam", meeting)])
    assert visitor.as_("amir").post(item, {"seen": "", "text": "Amirs ord."}).status_code == 302
    both = visitor.as_("cecilia").post(item, {"seen": "", "text": "Cecilias ord."})
    assert both.status_code == 409 and "Amirs ord." in text(both) and "Cecilias ord." in text(both)
    kept = visitor.as_("cecilia").post(item, {"seen": field(both, "seen"), "text": "Bådas ord."}, follow=True)
    assert "Bådas ord." in text(kept)


def test_the_paper_names_no_child_and_no_guardian(cast, visitor, meeting):
    take_up(cast, "petra", "adam", meeting)
    paper = text(visitor.as_("gunilla").get(reverse("agenda:paper", args=[meeting])))
    assert "Punkt 1" in paper
    assert not [name for name in ("Adam", "Hassan", "Hodan", "Ali", "4B") if re.search(rf"\b{name}\b", paper.split("Skriv ut")[0])]


def test_the_guests_agenda_has_items_and_no_names(cast, visitor, meeting):
    said_yes(cast, "adam", ("hodan", "ali"))
    take_up(cast, "petra", "adam", meeting)
    take_up(cast, "petra", "noor", meeting, nameless="Ett barn sover dåligt. Vad kan vi fråga om?")
    page = text(visitor.as_("tomas").get(reverse("agenda:meeting", args=[meeting])))
    assert "Adam Hassan" in page and "Ett barn sover dåligt" in page
    assert "Noor" not in page and "Aziz" not in page and "Hur går vi vidare" not in page


def test_a_question_to_guests_shows_nobody(cast, visitor, meeting):
    petra, there = visitor.as_("petra"), reverse("agenda:take-up", args=[cast.noor])
    form = petra.get(there)
    moment = re.search(r'<option value="([^"]+)">', form.content.decode())[1]
    sent = {"key": field(form, "key"), "meeting": moment, "question": "Hon sover dåligt."}
    for said in ("Noor sover dåligt.", "En flicka i 4B sover dåligt.", "Hon på Norrskolan sover dåligt."):
        answer = petra.post(there, sent | {"nameless": said})
        assert answer.status_code == 422 and "visar vem barnet är" in text(answer)
    assert petra.post(there, sent | {"nameless": "Ett barn sover dåligt sedan Bella flyttade."}).status_code == 422
    assert petra.post(there, sent | {"nameless": "Ett barn sover dåligt."}).status_code == 302
