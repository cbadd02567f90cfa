"""The pages of a consultation team by hand, without JavaScript: from founding to the next meeting, and the wait for an answer."""

import datetime as dt
import re
from uuid import uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samling.forum.models import Forum, ForumDecision, ForumItem, ForumMeeting, HealthAnswer, HealthReferral
from samling.forum.models.lists import glance
from samling.journey.models import held

from .round import RHYTHM, agree, child_of, me, said_yes


def text(answer):
    """What a person reads."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def field(page, name):
    """The value of a hidden field."""
    return re.search(rf'name="{name}" value="([^"]*)"', page.content.decode())[1]


def found(cast, visitor):
    """The administrator founds the team and gives the places; whoever leads sets the rhythm and begins the agenda."""
    ingrid = visitor.as_("ingrid")
    told = {"key": uuid4(), "name": "Lövsjös konsultationsteam"}
    for _twice in range(2):
        assert ingrid.post(reverse("forum:forums"), told).status_code == 302
    with cast.acting("ingrid"):
        forum = Forum.objects.get()
    place = reverse("forum:place-new", args=[forum.pk])
    refused = ingrid.post(place, {"place-capacity": cast.samir})
    assert refused.status_code == 422 and "överenskommelse" in text(refused)
    agree(cast)
    ingrid = visitor.as_("ingrid")
    for who, leads in ((cast.gunilla, "on"), (cast.samir, ""), (cast.tomas, "")):
        assert ingrid.post(place, {"place-capacity": who, "place-is_chair": leads}).status_code == 302
    gunilla = visitor.as_("gunilla")
    told = {f"rhythm-{name}": str(value)[:5] if name == "clock" else value for name, value in RHYTHM.items()}
    assert gunilla.post(reverse("forum:rhythm-new", args=[forum.pk]), told).status_code == 302
    assert "torsdagar" in text(gunilla.get(forum.get_absolute_url())).lower()
    return forum


def test_a_round_from_founding_to_the_next_meeting(cast, visitor):
    found(cast, visitor)
    said_yes(cast, "adam", "hodan", "ali", to={"to_unit": cast.bup})
    gunilla = visitor.as_("gunilla")
    there = reverse("forum:take-up", args=[cast.adam])
    form = gunilla.get(there)
    assert "Deras ja ska gälla namnet och ”Särskilt stöd" in text(form)
    moment = re.findall(r'<option value="([^"]+)">', form.content.decode())[0]
    sent = {"key": field(form, "key"), "meeting": moment, "question": "Hur får vi lugnare morgnar?"}
    assert gunilla.post(there, sent).status_code == 302
    assert gunilla.post(there, sent).status_code == 302  # the same form once more is the same item
    with cast.acting("gunilla"):
        item, meeting = ForumItem.objects.get(), ForumMeeting.objects.get()
    samir = visitor.as_("samir")
    assert "Adam Hassan" in text(samir.get(meeting.get_absolute_url()))
    page = samir.get(item.get_absolute_url())
    assert "Hur får vi lugnare morgnar?" in text(page)
    assert samir.post(item.get_absolute_url(), {"key": field(page, "key"), "text": "Vi ses i maj."}).status_code == 302
    assert "Vi ses i maj." in text(samir.get(item.get_absolute_url()))
    tomas = visitor.as_("tomas")
    seen = text(tomas.get(meeting.get_absolute_url()))
    assert "En punkt" in seen and "Adam" not in seen
    assert tomas.get(item.get_absolute_url()).status_code == 404
    gunilla = visitor.as_("gunilla")
    assert "Vi ses i maj." not in text(gunilla.get(item.get_absolute_url()))
    decide = reverse("forum:decision-new", args=[item.pk])
    form = gunilla.get(decide)
    assert "checked" not in form.content.decode()  # nothing is chosen
    told = {"key": field(form, "key"), "kind": "support", "words": "Möter Adam i grinden.", "holder": cast.samir, "due_on": "2025-12-02",
            "teller": cast.gunilla, "tell_on": "2025-11-28"}  # fmt: skip
    assert gunilla.post(decide, told | {"tell_on": ""}).status_code == 403
    assert gunilla.post(decide, told).status_code == 302
    assert "Håll i det som konsultationsteamet bestämde" in text(visitor.as_("samir").get("/"))
    tomas = visitor.as_("tomas")
    assert "Klart för i dag" in text(tomas.post(reverse("forum:end", args=[meeting.pk]), follow=True))
    with cast.acting("gunilla") as acting:
        decision = ForumDecision.objects.get()
        assert [one.record for one in held([cast.samir])] == [decision.pk]
        later = ForumMeeting.call(Forum.objects.get(), meeting.starts_at + dt.timedelta(days=14), "x", by=me(acting), at=meeting.starts_at)
    gunilla = visitor.as_("gunilla")
    assert "Först: vad blev det av det?" in text(gunilla.get(later.get_absolute_url()))
    assert gunilla.post(decision.get_absolute_url(), {"result": "helped"}).status_code == 302
    assert "Först: vad blev det av det?" not in text(gunilla.get(later.get_absolute_url()))
    assert "Håll i det" not in text(visitor.as_("samir").get("/"))


def test_the_wait_for_child_psychiatry_is_seen_until_the_answer(cast, visitor):
    gunilla = visitor.as_("gunilla")
    there = reverse("forum:health-new", args=[cast.adam])
    form = gunilla.get(there)
    sent = {"key": field(form, "key"), "psychologist": "done", "psychologist_words": "Tre samtal.", "educator": "not_asked",
            "educator_words": "Hon är ny.", "receiver": "BUP Mittland", "sent_on": "2025-10-01", "holder": cast.gunilla}  # fmt: skip
    assert gunilla.post(there, {name: value for name, value in sent.items() if name != "educator"}).status_code == 422
    assert gunilla.post(there, sent).status_code == 302
    with cast.acting("gunilla") as acting:
        referral = HealthReferral.objects.get()
        assert referral.due_on == dt.date(2025, 10, 31)
        adam, by = child_of(cast, "adam"), me(acting)
        with CaptureQueriesContext(connection) as asked:
            assert glance(adam, by)["referral"]["key"] == referral.pk
        assert len(asked) == 1
    page = text(gunilla.get(referral.get_absolute_url()))
    assert "har väntat 50 dagar" in page and "Svaret dröjer" in page and "Alla har inte blivit tillfrågade" in page
    assert "BUP har inte svarat: ring och fråga" in text(gunilla.get("/"))
    assert "har väntat 50 dagar" in text(gunilla.get(reverse("desk:child", args=[cast.adam])))
    answer = {"kind": "more", "on": "2025-11-10", "words": "Skicka närvaron."}
    assert gunilla.post(referral.get_absolute_url(), answer).status_code == 302
    assert "har väntat 50 dagar" in text(gunilla.get(referral.get_absolute_url()))  # to ask for more is no answer
    assert gunilla.post(referral.get_absolute_url(), answer | {"kind": "takes", "on": "2025-11-18"}).status_code == 302
    assert "svar efter 48 dagar" in text(gunilla.get(referral.get_absolute_url()))
    assert "BUP har inte svarat" not in text(gunilla.get("/"))
    with cast.acting("petra"):
        assert HealthAnswer.objects.count() == 2  # the class teacher works with him
    with cast.acting("tomas"):
        assert not HealthReferral.objects.exists()
