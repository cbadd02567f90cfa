"""The pages as the staff meet them: asked step by step, answered, taken back, hostile and stale."""

import datetime as dt
import re
from uuid import UUID, uuid4

import pytest

from samling.consent.models import Consent, ConsentAnswer, ConsentException
from samling.consent.rules import State
from samling.kernel.lix import lix
from tests.house.page import check_page

from .asking import ATTENDANCE, CONCERN, NAME, answer, ask, move_clock, standing

PAGES = ("", "end/", "exceptions/new/")


@pytest.fixture
def asked(cast):
    return ask(cast, "petra", cast.adam)


@pytest.fixture
def petra(visitor):
    return visitor.as_("petra")


def text(page):
    return page.content.decode()


def fill(page, **more):
    """What a browser would send: the hidden fields of a page, and what is filled in."""
    html = re.search(r'<form class="form".*?</form>', text(page), re.S)[0]
    carried = re.findall(r'<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?', html)
    data = {}
    for name, value in carried:
        data.setdefault(name, []).append(value)
    return data | more


def test_a_question_is_asked_one_thing_per_page(cast, petra):
    url = f"/children/{cast.adam}/consents/new/"
    page = petra.get(url)
    assert "Steg 1 av" in text(page)
    for told in (
        {"kind": "secrecy_waiver"},
        {"unit": str(cast.lotsen_social)},
        {"walls": [str(CONCERN), str(ATTENDANCE)]},
        {"purpose": "Lugnare mornar", "excluded": "Pappas sjukdom"},
        {"until_on": "2026-05-31"},
        {"language": "so", "interpreter": "on"},
    ):
        page = petra.post(url, fill(page, **told))
        assert page.status_code == 200 and not check_page(text(page))
    assert "Vi på Norrskolan vill berätta för Teamet Lotsen, socialtjänst hur Adam har det." in text(page)
    done = petra.post(url, fill(page))
    assert done.status_code == 302
    again = petra.post(url, fill(page))
    assert again.url == done.url
    with cast.acting("petra"):
        consent = Consent.objects.get()
        assert consent.walls == [NAME, CONCERN, ATTENDANCE]
        assert (consent.to_unit_id, consent.language, consent.interpreter) == (cast.lotsen_social, "so", True)
        assert consent.last_on == dt.date(2026, 5, 31)


@pytest.mark.parametrize(("kind", "chosen"), [("siblings", ["siblings"]), ("nonsense", []), ("", [])])
def test_whoever_comes_from_a_page_about_it_finds_the_kind_chosen(cast, visitor, kind, chosen):
    page = visitor.as_("petra").get(f"/children/{cast.adam}/consents/new/?kind={kind}").content.decode()
    assert re.findall(r'<input type="radio" name="kind" value="(\w+)"[^>]*\bchecked', page) == chosen


def test_one_can_go_back_and_what_was_filled_in_is_still_there(cast, petra):
    url = f"/children/{cast.adam}/consents/new/"
    page = petra.post(url, fill(petra.get(url), kind="sip"))
    page = petra.post(url, fill(page, unit=str(cast.bup)))
    page = petra.post(url, fill(page, back="1"))
    assert re.search(rf'value="{cast.bup}"[^>]* selected', text(page))


def test_a_kind_that_tells_nobody_has_neither_recipient_nor_information(cast, petra):
    url = f"/children/{cast.adam}/consents/new/"
    page = petra.post(url, fill(petra.get(url), kind="participation"))
    assert "Vad är det till för" in text(page) and "Steg 2 av 5" in text(page)


@pytest.mark.parametrize(
    ("wrong", "step"),
    [
        ({"kind": "everything"}, "kind"),
        ({"kind": ""}, "kind"),
        ({"kind": ["sip", "' or 1=1 --"]}, "kind"),
        ({"unit": "not-a-uuid"}, "recipient"),
        ({"unit": str(UUID(int=0))}, "recipient"),
        ({"walls": ["99999"]}, "information"),
        ({"walls": ["<script>"]}, "information"),
        ({"walls": ["81"]}, "information"),
        ({"purpose": ""}, "limits"),
        ({"purpose": "x" * 2001}, "limits"),
        ({"purpose": "\x00"}, "limits"),
        ({"until_on": "soon"}, "period"),
        ({"language": "klingon"}, "language"),
        ({"step": "nowhere"}, "kind"),
    ],
)
def test_hostile_input_comes_back_to_its_own_page(cast, petra, wrong, step):
    whole = {
        "once": str(uuid4()),
        "step": "review",
        "kind": "secrecy_waiver",
        "unit": str(cast.lotsen_social),
        "walls": [str(CONCERN)],
        "purpose": "Stöd",
        "until_on": "2026-05-31",
        "language": "sv",
    }
    page = petra.post(f"/children/{cast.adam}/consents/new/", whole | wrong)
    assert page.status_code in (200, 422)
    if step != "kind" or "step" not in wrong:
        assert f'name="step" value="{step}"' in text(page)
    with cast.acting("petra"):
        assert not Consent.objects.exists()


def test_the_period_of_a_question_is_refused_in_words(cast, petra):
    whole = {
        "once": str(uuid4()),
        "step": "review",
        "kind": "secrecy_waiver",
        "unit": str(cast.lotsen_social),
        "walls": [str(CONCERN)],
        "purpose": "Stöd",
        "until_on": "2031-05-31",
        "language": "sv",
    }
    page = petra.post(f"/children/{cast.adam}/consents/new/", whole)
    assert page.status_code == 403 and "längre än en fråga får gälla" in text(page)


def test_yes_and_no_weigh_the_same(cast, petra, asked):
    html = text(petra.get(f"/consents/{asked}/answers/new/?giver={cast.ali}"))
    buttons = re.findall(r'<button class="([^"]+)" name="yes" value="(yes|no)">', html)
    assert [value for _look, value in buttons] == ["yes", "no"]
    assert len({look for look, _value in buttons}) == 1
    assert "button--primary" not in re.search(r"<main.*</main>", html, re.S)[0]


def note(petra, asked, giver, press, **more):
    url = f"/consents/{asked}/answers/new/?giver={giver}"
    data = fill(petra.get(url), how="spoken", said_on="2025-11-20", walls=[str(ATTENDANCE)], yes=press) | more
    return petra.post(url, data), url, data


def test_an_answer_is_noted_with_the_words_that_were_said(cast, petra, asked):
    done, _url, _data = note(
        petra, asked, cast.hodan, "yes", words="Ja, men säg inget till mormor", how="interpreted"
    )
    assert done.status_code == 302
    html = text(petra.get(f"/consents/{asked}/"))
    assert 'lang="sv" aria-pressed="true"' in html  # the page's own language, not the one the question was put in
    assert "säg inget till mormor" in html and "genom tolk" in html


def test_the_same_form_sent_twice_is_one_answer(cast, petra, asked):
    _done, url, data = note(petra, asked, cast.hodan, "yes")
    assert petra.post(url, data).status_code == 302
    with cast.acting("petra"):
        assert ConsentAnswer.objects.count() == 1


def test_a_stale_page_shows_both_answers_and_overwrites_nothing(cast, petra, asked):
    url = f"/consents/{asked}/answers/new/?giver={cast.ali}"
    before = petra.get(url)
    answer(cast, "gunilla", asked, cast.ali, yes=False)
    data = fill(before, how="spoken", said_on="2025-11-20", walls=[str(ATTENDANCE)], yes="yes")
    page = petra.post(url, data)
    assert page.status_code == 409
    assert "Någon annan har skrivit ett svar under tiden" in text(page) and "Gunilla" in text(page)
    assert standing(cast, "petra", asked).state == State.REFUSED
    assert (
        petra.post(
            url, fill(page, how="spoken", said_on="2025-11-20", walls=[str(ATTENDANCE)], yes="yes")
        ).status_code
        == 302
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"yes": "maybe"},
        {"yes": ""},
        {"how": "telepathy"},
        {"said_on": "igår"},
        {"walls": ["1"]},
        {"walls": []},
        {"once": "x"},
        {"words": "x" * 2001},
        {"words": "\x00"},
    ],
)
def test_a_broken_answer_is_not_noted(cast, petra, asked, wrong):
    page, _url, _data = note(petra, asked, cast.hodan, "yes", **wrong)
    assert page.status_code == 422 and not check_page(text(page))
    with cast.acting("petra"):
        assert not ConsentAnswer.objects.exists()


def test_an_answer_can_neither_lie_ahead_nor_come_from_someone_else(cast, petra, asked):
    page, _url, _data = note(petra, asked, cast.hodan, "yes", said_on="2025-11-21")
    assert page.status_code == 403
    for giver in (uuid4(), cast.mattias, "x", "../../"):
        assert petra.get(f"/consents/{asked}/answers/new/?giver={giver}").status_code == 404


def test_a_yes_is_taken_back_on_the_givers_word(cast, petra, asked):
    yes = answer(cast, "petra", asked, cast.hodan)
    page = petra.get(f"/answers/{yes}/withdrawal/")
    assert "Inget raderas" in text(page)
    assert petra.post(f"/answers/{yes}/withdrawal/", {"how": "spoken"}).status_code == 302
    assert petra.post(f"/answers/{yes}/withdrawal/", {"how": "spoken"}).status_code == 302
    assert standing(cast, "petra", asked).state == State.WITHDRAWN
    assert "Tillbakataget" in text(petra.get(f"/consents/{asked}/"))


def test_an_officer_decides_an_exception_on_the_page_and_a_mentor_asks_for_it(cast, visitor, asked):
    url = f"/consents/{asked}/exceptions/new/"
    assert "Här finns inget att besluta nu." in text(visitor.as_("petra").get(url))
    assert url not in text(visitor.get(f"/consents/{asked}/"))
    answer(cast, "petra", asked, cast.hodan)
    assert url in text(visitor.get(f"/consents/{asked}/"))
    page = visitor.get(url)
    assert "Bara en utsedd beslutsfattare" in text(page)
    sent = visitor.post(
        f"/consents/{asked}/exceptions/officer/", {"once": str(uuid4()), "officer": str(cast.gunilla)}
    )
    assert sent.status_code == 302
    page = visitor.as_("gunilla").get(url)
    data = fill(page, reason="prevented", guardian=str(cast.ali), because="På sjön till jul")
    assert visitor.post(url, {**data, "guardian": ""}).status_code == 422
    assert visitor.post(url, data).status_code == 302
    assert visitor.post(url, data).status_code == 302
    with cast.acting("gunilla"):
        exception = ConsentException.objects.get()
    assert standing(cast, "gunilla", asked).state == State.GIVEN
    assert (
        visitor.as_("petra").post(f"/exceptions/{exception.pk}/end/", {"once": str(uuid4())}).status_code
        == 302
    )
    assert standing(cast, "petra", asked).state == State.WAITING


def test_a_question_is_stopped_and_asked_anew(cast, petra, asked):
    assert petra.post(f"/consents/{asked}/end/", {"once": str(uuid4())}).status_code == 302
    assert "Stoppad" in text(petra.get(f"/consents/{asked}/"))
    page = petra.get(f"/children/{cast.adam}/consents/new/?replaces={asked}")
    assert f'name="replaces" value="{asked}"' in text(page) and re.search(
        r'value="secrecy_waiver"[^>]* checked', text(page)
    )
    assert petra.get(f"/children/{cast.adam}/consents/new/?replaces=nonsense").status_code == 200


def test_the_table_says_each_state_in_a_word(cast, petra, asked):
    answer(cast, "petra", asked, cast.hodan)
    page = text(petra.get(f"/children/{cast.adam}/consents/"))
    assert "Väntar på Ali. Frågat i dag." in page
    answer(cast, "petra", asked, cast.ali)
    assert ">Ja<" in re.sub(r"</svg> ", ">", text(petra.get(f"/children/{cast.adam}/consents/")))
    with cast.acting("petra"):
        until = Consent.objects.get(pk=asked).valid_until
    move_clock(until - dt.timedelta(days=3))
    assert "Går ut snart" in text(petra.as_("petra").get(f"/children/{cast.adam}/consents/"))
    move_clock(until)
    assert "Har gått ut" in text(petra.as_("petra").get(f"/children/{cast.adam}/consents/"))


def test_waiting_is_counted_in_days(cast, petra, asked):
    with cast.acting("petra"):
        at = Consent.objects.get(pk=asked).written_at
    move_clock(at + dt.timedelta(days=3))
    assert "Väntar på Hodan och Ali sedan 3 dagar" in text(
        petra.as_("petra").get(f"/children/{cast.adam}/consents/")
    )


def test_what_is_read_aloud_is_plain(cast, petra, asked):
    html = text(petra.get(f"/consents/{asked}/answers/new/?giver={cast.ali}"))
    aloud = re.search(r'<div class="aloud".*?</div>', html, re.S)[0]
    said = re.sub(r"\s*</?(p|tr|td|th|table|tbody|thead|b|div)[^>]*>\s*", "\n", aloud)
    assert lix(said) <= 27
    assert not re.search(r"samtyck|vårdnadshav|kontakta|insats|anpassning|ärende", said, re.I)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_is_clean_in_both_languages(cast, petra, asked, language):
    yes = answer(cast, "petra", asked, cast.hodan)
    petra.cookies["django_language"] = language
    urls = [
        f"/children/{cast.adam}/consents/",
        f"/children/{cast.noor}/consents/",
        f"/answers/{yes}/withdrawal/",
        f"/consents/{asked}/answers/new/?giver=child",
        *(f"/consents/{asked}/{tail}" for tail in PAGES),
    ]
    for url in urls:
        page = petra.get(url)
        assert page.status_code == 200, url
        assert not check_page(text(page)), url


def test_the_number_of_queries_does_not_grow_with_the_questions(cast, petra, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def count():
        with CaptureQueriesContext(
            connection,
        ) as found:
            assert petra.get(f"/children/{cast.adam}/consents/").status_code == 200
        return len(found)

    ask(cast, "petra", cast.adam)
    few = count()
    for _more in range(6):
        answer(cast, "petra", ask(cast, "petra", cast.adam, to_unit=cast.bup), cast.hodan)
    assert count() <= few + 1
