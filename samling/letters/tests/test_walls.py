"""What the pages' role can do with letters past every verb: nothing that the verbs would not."""

import re

import pytest
from django.db import connection
from django.db.utils import ProgrammingError

from samling.access import guard
from samling.contact.models import NoContact
from samling.kernel.answer import Refused
from samling.letters.models import Attempt, Letter, LetterBody, Message, Queued
from samling.letters.tests.world import Kept, drafted, later, reachable, run, sent
from samling.people.models import Child
from samling.records.clock import now


def changed(sql, *values):
    """How many rows a statement of the pages changed."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.rowcount


def looked(cast, letter, who="petra"):
    """Somebody opens a letter."""
    from samling.access.door import open_walls

    with cast.acting(who):
        open_walls(Letter.objects.get(pk=letter.pk), "read a letter")


def test_what_has_gone_is_not_rewritten(cast):
    reachable(cast.hodan, email="hodan@example.se")
    draft, gone = drafted(cast), sent(cast)
    looked(cast, draft)
    rewrite = "update letters_letterbody set text = 'annat' where head_id = %s"
    with cast.acting("petra"):
        assert [changed(rewrite, one.pk) for one in (draft, gone)] == [1, 0]
    with cast.acting("gunilla"):
        assert changed(rewrite, draft.pk) == 0
        assert changed("update letters_letter set changed_at = now(), changed_by_id = %s", cast.gunilla) == 0


def test_the_outbox_is_written_by_its_sender_and_read_by_nobody(cast):
    reachable(cast.hodan, email="hodan@example.se")
    sent(cast)
    with cast.acting("petra"):
        message = Message.objects.get()
        assert not Queued.objects.exists()
        with pytest.raises(ProgrammingError):
            changed("update letters_message set leaves_at = now()")
    with cast.acting("petra"), pytest.raises(ProgrammingError):
        changed("update letters_queued set next_at = now()")
    with cast.acting("gunilla"), pytest.raises(ProgrammingError):
        changed("insert into letters_queued (message_id, next_at) values (%s, now())", message.pk)
    with cast.acting("petra"), pytest.raises(Refused, match="permission denied"):
        guard.call("claim_message", ["email"])


def test_a_letter_stands_behind_the_wall_of_what_it_says(cast):
    with cast.acting("gunilla"):
        guard.assign(cast.adam, cast.jonas, because="fritids")
        guard.assign(cast.adam, cast.amir, because="kurator")
    drafted(cast, "amir", kind="team_decision")  # about support: not for after-school staff
    later(minutes=20)  # whatever was opened before is shut
    drafted(cast, kind="adaptations")  # and needs no look
    seen = {}
    for who in ("amir", "petra", "jonas", "gunilla", "ulf"):
        with cast.acting(who):
            seen[who] = set(Letter.objects.values_list("kind", flat=True))
            assert not LetterBody.objects.exists()  # nobody has looked
    assert seen["amir"] == seen["petra"] == {"team_decision", "adaptations"} and seen["jonas"] == {"adaptations"}
    assert seen["gunilla"] >= {"adaptations"} and seen["ulf"] == set()


def test_who_may_not_know_of_a_stop_sees_the_same_on_every_page(cast, visitor):
    for guardian in (cast.dragan, cast.mila):
        reachable(guardian, email="hem@example.se", phone="")
    with cast.acting("gunilla"):
        guard.assign(cast.ines, cast.amir, because="kurator")
    letters = [sent(cast, "david", child="ines", guardian=one) for one in ("dragan", "mila")]
    with cast.acting("amir") as acting:
        NoContact.decide(Child.objects.get(pk=cast.ines), [cast.dragan], because="Rädd", by=acting.capacity_id, at=now())
    later(seconds=31)
    run(email=Kept())
    with cast.acting("david"):
        assert not Attempt.objects.exists()
    with cast.acting("amir"):
        assert sorted(Attempt.objects.values_list("outcome", flat=True)) == ["sent", "stopped"]
    browser = visitor.as_("david")
    for where in ("/letters/{}/", "/letters/{}/handed/"):
        pages = [browser.get(where.format(one.pk)) for one in letters]
        said = [plain(page.content.decode(), one) for page, one in zip(pages, letters, strict=True)]
        assert pages[0].status_code == 200 and said[0] == said[1]
    assert {browser.get(f"/letters/{one.pk}/paper/").status_code for one in letters} == {403}


def plain(html, letter):
    """A page without what is new on every page, and without which of the two it is about."""
    html = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"|data-seconds="[^"]*"', "", html)
    for word in (str(letter.pk), "Dragan", "Mila", "pappa", "mamma"):
        html = html.replace(word, "…")
    return html
