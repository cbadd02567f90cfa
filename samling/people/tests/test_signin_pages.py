"""The pages around signing in: staying, leaving, one's own sessions, the role one works in, the demo."""

import datetime as dt

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import connections
from django.http import Http404
from django.test import Client
from django.urls import NoReverseMatch, reverse

from samling.people import demo_sign_in
from samling.people.accounts import Account, Session
from samling.people.sessions import begun_for, key_digest, standing
from samling.people.signin_views import demo

from .browser import account_of, code_of, connect_app, sign_in

COOKIE = settings.SESSION_COOKIE_NAME


@pytest.fixture
def petra(cast):
    return account_of(cast)


def browser(account, **chosen):
    client = Client()
    client.cookies[COOKIE] = begun_for(account, **chosen)
    return client


def row(client):
    return Session.objects.get(key_hash=key_digest(client.cookies[COOKIE].value))


def age(client, **by):
    before = row(client)
    step = dt.timedelta(**by)
    Session.objects.filter(pk=before.pk).update(
        seen_at=before.seen_at - step, expire_date=before.expire_date - step
    )


def test_asking_whether_one_is_signed_in_does_not_prolong_it(petra):
    client = browser(petra)
    age(client, minutes=20)
    answer = client.get("/alive/")
    assert answer.status_code == 204
    assert 590 <= int(answer.headers["Session-Ends-In"]) <= 600
    assert answer.headers["Session-Person"] == str(petra.person_id)
    assert answer.headers["Session-Capacity"] == str(row(client).capacity_id or "")
    assert answer.headers["Session-Form-Token"]
    assert int(client.get("/alive/").headers["Session-Ends-In"]) <= 600


def test_stay_prolongs_it(petra):
    client = browser(petra)
    age(client, minutes=20)
    assert int(client.post("/alive/").headers["Session-Ends-In"]) >= 1795


def test_stay_after_the_end_is_too_late(petra):
    client = browser(petra)
    age(client, minutes=30)
    assert client.post("/alive/").status_code == 401


def test_stay_needs_the_form_token(petra):
    client = Client(enforce_csrf_checks=True)
    client.cookies[COOKIE] = begun_for(petra)
    answer = client.post("/alive/")
    assert answer.status_code == 403
    assert "gick inte att ta emot" in answer.content.decode()


def test_an_ordinary_page_prolongs_it(petra):
    client = browser(petra)
    age(client, minutes=20)
    client.get("/my-sign-in/places/")
    assert int(client.get("/alive/").headers["Session-Ends-In"]) >= 1795


def test_another_person_begins_on_a_clean_page(petra, cast):
    client = browser(petra)
    age(client, minutes=31)
    client.get("/my-sign-in/")
    maria = account_of(cast, "maria")
    secret = connect_app(maria)
    sign_in(maria.email, client=client, next="/barn/1/")
    assert client.post("/sign-in/confirmation/", {"code": code_of(secret)}).url == "/"


def test_the_same_person_continues_where_she_was_and_in_the_same_role(petra, cast):
    client = browser(petra, capacity_id=cast.petra)
    age(client, minutes=31)
    client.get("/my-sign-in/")
    secret = connect_app(petra)
    sign_in(client=client, next="/barn/1/")
    assert client.post("/sign-in/confirmation/", {"code": code_of(secret)}).url == "/barn/1/"
    assert row(client).capacity_id == cast.petra


def test_a_script_gets_401_and_a_page_the_sign_in_page(database):
    client = Client()
    assert client.get("/capacity/").url == "/sign-in/?next=%2Fcapacity%2F"
    assert client.get("/capacity/", headers={"HX-Request": "true"}).status_code == 401
    assert client.post("/capacity/", headers={"Sec-Fetch-Dest": "empty"}).status_code == 401


WROTE = {"told": "Adam bygger <b>broar</b>.", "on": "2025-11-20", "next": "/en väg/", "password": "rätt häst", "oldpassword": "rätt häst"}


def test_what_was_written_stands_there_for_whoever_was_signed_out(database):
    client, here = Client(), {"Referer": "http://testserver/children/"}
    answer = client.post("/capacity/", WROTE, headers=here)
    page = answer.content.decode()
    assert answer.status_code == 401 and "/sign-in/?next=%2Fchildren%2F" in page
    assert "Adam bygger &lt;b&gt;broar&lt;/b&gt;." in page and "2025-11-20" not in page and "en väg" not in page
    assert client.post("/capacity/", {"on": "2025-11-20"}, headers=here).status_code == 302  # nothing to copy
    for strange in ("http://elsewhere/", "http://[", ""):
        assert client.post("/capacity/", WROTE, headers={"Referer": strange}).status_code == 302


def test_what_was_written_stands_there_for_whoever_has_lost_every_cookie(database):
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/capacity/", WROTE, headers={"Referer": "http://testserver/children/"})
    assert answer.status_code == 403 and "Adam bygger &lt;b&gt;broar" in answer.content.decode()
    assert "häst" not in answer.content.decode()
    answer = client.post("/capacity/", WROTE, headers={"Referer": "http://elsewhere/"})
    assert answer.status_code == 403 and "Adam" not in answer.content.decode()


def test_leaving_signs_out_clears_and_says_nothing(petra):
    client = browser(petra)
    key = client.cookies[COOKIE].value
    answer = client.post("/farewell/")
    assert answer.url == "/empty/"
    assert '"cache"' in answer.headers["Clear-Site-Data"]
    assert Session.objects.get(key_hash=key_digest(key)).ended_at
    assert Session.objects.get(key_hash=key_digest(key)).session_data == ""
    page = client.get("/empty/").content.decode()
    assert petra.email not in page
    assert client.get("/farewell/").status_code == 405


def test_signing_out_ends_the_session(petra):
    client = browser(petra)
    key = client.cookies[COOKIE].value
    assert client.get("/sign-out/").status_code == 200
    assert client.post("/sign-out/").url == "/"
    other = Client()
    other.cookies[COOKIE] = key
    assert other.get("/alive/").status_code == 401


def test_one_sees_and_ends_ones_own_sessions_only(petra, cast):
    here, there = browser(petra), browser(petra)
    page = here.get("/my-sign-in/places/").content.decode()
    assert page.count("/end/") == 3
    strange = browser(account_of(cast, "maria"))
    assert strange.post(f"/my-sign-in/places/{row(there).number}/end/").status_code == 404
    assert there.get("/alive/").status_code == 204
    here.post(f"/my-sign-in/places/{row(there).number}/end/")
    assert there.get("/alive/").status_code == 401
    assert here.get("/alive/").status_code == 204


def test_one_can_end_all_but_this_one(petra):
    here, there = browser(petra), browser(petra)
    here.post("/my-sign-in/places/others/end/")
    assert there.get("/alive/").status_code == 401
    assert standing(petra).count() == 1


def test_nothing_of_a_page_is_stored_and_no_script_may_be_written_in_it(petra):
    answer = browser(petra).get("/my-sign-in/")
    assert "no-store" in answer.headers["Cache-Control"]
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Frame-Options"] == "DENY"


FOR_STRANGERS = (
    "/sign-in/", "/sign-in/stopped/", "/sign-in/closed/", "/sign-in/through/none/", "/empty/",
    "/password/forgotten/", "/password/forgotten/sent/", "/password/new/", "/password/new/1-x/",
)  # fmt: skip
FOR_ONESELF = (
    "/my-sign-in/", "/my-sign-in/app/", "/my-sign-in/passkeys/", "/my-sign-in/passkeys/new/", "/password/",
    "/my-sign-in/places/", "/sign-out/", "/second-factor/",
)  # fmt: skip


def test_the_pages_for_strangers_open(database):
    found = {page: Client().get(page).status_code for page in FOR_STRANGERS}
    assert found == dict.fromkeys(FOR_STRANGERS, 200) | {"/sign-in/through/none/": 404}


def test_the_pages_for_oneself_open_for_nobody_else(petra):
    client = browser(petra)
    assert {page: client.get(page).status_code for page in FOR_ONESELF} == dict.fromkeys(FOR_ONESELF, 200)
    assert {Client().get(page).status_code for page in FOR_ONESELF} == {302}


def test_what_matters_is_asked_again_after_five_minutes(petra):
    connect_app(petra)
    client = browser(petra)
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": 0}]
    session.save()
    assert client.get("/my-sign-in/passkeys/new/").url.startswith("/my-sign-in/again/")
    assert client.get("/my-sign-in/again/").status_code == 200
    assert client.get("/my-sign-in/again/code/").status_code == 200


def test_a_single_role_is_chosen_by_itself_and_stands_in_the_log(petra, cast):
    client = browser(petra)
    assert client.get("/capacity/?next=/barn/").url == "/barn/"
    assert row(client).capacity_id == cast.petra
    with connections["owner"].cursor() as cursor:
        cursor.execute("set role samling_guard")
        cursor.execute(
            "select capacity_id from access_look where kind = 'switch' and person_id = %s", [petra.person_id]
        )
        assert cursor.fetchall() == [(cast.petra,)]
        cursor.execute("reset role")


def test_of_several_roles_one_chooses(cast):
    name = next(key.removesuffix("_2") for key in cast.world.capacity if key.endswith("_2"))
    client = browser(account_of(cast, name))
    page = client.get("/capacity/")
    assert page.status_code == 200
    assert page.content.count(b'name="capacity"') == 2
    second = cast.world.capacity[f"{name}_2"]
    assert client.post("/capacity/", {"capacity": second, "next": "//evil.example"}).url == "/"
    assert row(client).capacity_id == second


def test_nobody_works_in_anothers_role(petra, cast):
    client = browser(petra, capacity_id=cast.petra)
    client.post("/capacity/", {"capacity": cast.maria})
    assert row(client).capacity_id == cast.petra
    Session.objects.filter(pk=row(client).pk).update(capacity_id=cast.maria)
    assert client.get("/capacity/").status_code in (200, 302)
    assert row(client).capacity_id in (cast.petra, cast.maria)


def test_the_demo_page_does_not_exist_unless_the_process_is_a_demo(database):
    with pytest.raises(NoReverseMatch):
        reverse("people:demo")
    assert Client().get("/demo/").status_code == 404


@pytest.mark.parametrize(("process", "marked", "is_open"), [
    (True, "demo", True), (True, "production", False), (True, "test", False), (False, "demo", False),
])  # fmt: skip
def test_both_locks_must_be_open_for_the_demo(cast, settings, process, marked, is_open):
    settings.DEMO = process
    account_of(cast)
    with connections["owner"].cursor() as cursor:
        cursor.execute("select guard.mark_installation(%s, interval '0')", [marked])
    assert demo_sign_in.is_open() is is_open
    assert bool(demo_sign_in.everyone()) is (marked == "demo")


def test_the_demo_page_lists_people_by_organisation_and_signs_one_in(cast, settings):
    settings.DEMO, settings.ROOT_URLCONF = True, "samling.people.tests.demo_urls"
    petra = account_of(cast)
    with connections["owner"].cursor() as cursor:
        cursor.execute("select guard.mark_installation('demo', interval '0')")
    client = Client()
    page = client.get("/demo/").content.decode()
    assert "<h2>Lövsjö kommun</h2>" in page
    assert str(petra.pk) in page
    assert b"/demo/" in client.get("/sign-in/").content
    assert client.post("/demo/", {"account": petra.pk, "next": "/capacity/"}).url == "/capacity/"
    assert client.get("/capacity/").url == "/"
    assert row(client).capacity_id == cast.petra


def test_in_the_demo_one_becomes_a_person_of_it_and_nobody_else(cast, settings, rf):
    settings.DEMO = True
    petra = account_of(cast)
    stray = Account.objects.create_user("stray@example.test")
    with connections["owner"].cursor() as cursor:
        cursor.execute("select guard.mark_installation('demo', interval '0')")
    for account, status in ((petra.pk, 302), (stray.pk, 404), ("", 404)):
        assert status_of_becoming(rf.post("/demo/", {"account": account})) == status


def status_of_becoming(request):
    request.user, request.session = AnonymousUser(), Client().session
    try:
        return demo(request).status_code
    except Http404:
        return 404


def test_whoever_has_no_password_gets_one_by_letter(petra):
    petra.set_unusable_password()
    petra.save()
    client = browser(petra)
    answer = client.get("/password/", follow=True)
    assert answer.redirect_chain[-1][0] == "/password/forgotten/"
    assert "Du har inget lösenord än." in answer.content.decode()
