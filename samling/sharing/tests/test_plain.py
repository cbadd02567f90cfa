"""Every page of consent, telling, contact and parties is clean in both languages and plain in Swedish."""

import pytest

from samling.access import guard
from samling.consent.tests.asking import LEARNING, NAME, answer, ask
from samling.contact.models import NoContact
from samling.journey import parties
from samling.kernel.lix import lix
from samling.people.models import Child
from samling.records.clock import now
from tests.house.page import check_page, main_text

from .test_stories import note, open_as

STAFF, FAMILY = 38, 27


@pytest.fixture
def pages(cast):
    """Addresses with somebody who may stand there: a told note, a kept question, an invitation."""
    entry = note(cast, "petra", cast.adam, LEARNING)
    told = ask(cast, "petra", cast.adam, walls=(NAME, LEARNING), to_unit=None, to_capacity=cast.tomas)
    invites = ask(cast, "petra", cast.adam, walls=(NAME, LEARNING), to_unit=cast.lotsen_social)
    for consent in (told, invites):
        answers = [answer(cast, "petra", consent, giver) for giver in (cast.hodan, cast.ali)]
        open_as(cast, "petra", consent, [LEARNING], records=[(LEARNING, entry)])
    with cast.acting("petra") as acting:
        child, ground = Child.objects.get(pk=cast.adam), parties.invitable(cast.adam, now())[0]
        party = parties.invite(
            child, ground, how="space", question="Kan ni hjälpa?", by=acting.capacity_id, at=now()
        )
    with cast.acting("gunilla"):
        guard.assign(cast.ines, cast.amir, because="kurator")
    with cast.acting("amir") as acting:
        ines = Child.objects.get(pk=cast.ines)
        NoContact.decide(ines, [cast.dragan], because="Rädd", by=acting.capacity_id, at=now())
        stopped = NoContact.objects.get().pk
    kept = ask(
        cast, "amir", cast.ines, walls=(NAME, LEARNING), to_unit=None, to_capacity=cast.tomas, quiet=True
    )
    answer(cast, "amir", kept, "child")
    return {
        "petra": [
            f"/consents/{told}/",
            f"/consents/{told}/opening/",
            f"/consents/{told}/receipt/",
            f"/answers/{answers[0]}/withdrawal/",
            f"/children/{cast.adam}/consents/",
            f"/children/{cast.adam}/parties/",
            f"/consents/{told}/answers/new/?giver=child",
            f"/consents/{told}/exceptions/new/",
        ],
        "tomas": ["/told/", f"/told/{cast.adam}/"],
        "maria": ["/invitations/", f"/invitations/{party}/acceptance/"],
        "amir": [
            f"/children/{cast.ines}/no-contact/",
            f"/no-contact/{stopped}/end/",
            f"/consents/{kept}/",
            f"/consents/{kept}/receipt/",
            f"/children/{cast.ines}/consents/",
            f"/children/{cast.ines}/consents/new/",
        ],
        "gunilla": [f"/consents/{kept}/exceptions/new/"],
    }


def test_every_page_is_clean_and_plain(pages, visitor):
    heavy = {}
    for who, addresses in pages.items():
        for language in ("en", "sv"):
            visitor.cookies["django_language"] = language
            for address in addresses:
                page = visitor.as_(who).get(address)
                html = page.content.decode()
                assert page.status_code == 200, (who, address)
                assert check_page(html) == [], (who, address)
                weight = lix(main_text(html))
                if language == "sv" and weight > (FAMILY if "receipt" in address else STAFF):
                    heavy[address] = round(weight)
    assert not heavy
