"""Letters in the browser: begun, written, sent, taken back, put on paper; and what lists do not say."""

from samling.letters.models import Letter
from samling.letters.tests.world import reachable


def test_the_whole_way_of_a_letter(cast, visitor):
    reachable(cast.hodan, email="hodan@example.se")
    browser = visitor.as_("petra")
    new = f"/children/{cast.adam}/letters/new/"
    once = browser.get(new).context["form"]["once"].value()
    answer = browser.post(new, {"once": once, "guardians": [cast.hodan], "kind": "adaptations", "next_on": "2025-12-03"})
    page = browser.get(answer.url)
    text = page.context["form"]["text"].value()
    assert "Adam" in text and "Petra Ek" in text and "0522-69 01 00" in text and "onsdag 3 december" in text
    answer = browser.post(answer.url, {"text": f"{text}\nVi ses!", "go": "1"})
    review = browser.get(answer.url).content.decode()
    assert "Hej! Lövsjö kommun har ett meddelande till dig. Ring 0522-69 01 00 så berättar vi." in review
    answer = browser.post(answer.url)
    assert "Till dess kan du ångra" in browser.get(answer.url).content.decode()
    with cast.acting("petra"):
        letter = Letter.objects.get()
    browser.post(f"/letters/{letter.pk}/taking-back/")
    assert "Vi ses!" in browser.get(answer.url).context["form"]["text"].value()
