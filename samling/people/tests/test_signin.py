"""Signing in with password and second factor, and everything that must not work."""

import re

import pytest
from allauth.core.context import request_context
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import NoReverseMatch, reverse

from samling.people.accounts import Account, Session, Throttle
from samling.people.invitations import invite
from samling.people.sessions import key_digest
from samling.records.clock import now

from .browser import PASSWORD, account_of, code_of, connect_app, sign_in

COOKIE = settings.SESSION_COOKIE_NAME


@pytest.fixture
def petra(cast):
    return account_of(cast)


def row(client):
    return Session.objects.get(key_hash=key_digest(client.cookies[COOKIE].value))


def test_password_and_app_open_the_door(petra):
    secret = connect_app(petra)
    client, answer = sign_in()
    assert answer.url == "/sign-in/confirmation/"
    assert row(client).account_id is None
    before = client.cookies[COOKIE].value
    answer = client.post("/sign-in/confirmation/", {"code": code_of(secret)})
    assert answer.url == "/"
    assert client.cookies[COOKIE].value != before
    assert row(client).strong_at
    assert row(client).person_id == petra.person_id


def test_a_code_works_once(petra):
    secret = connect_app(petra)
    code = code_of(secret)
    client, _ = sign_in()
    client.post("/sign-in/confirmation/", {"code": code})
    other, _ = sign_in()
    answer = other.post("/sign-in/confirmation/", {"code": code})
    assert answer.status_code == 200
    assert row(other).account_id is None


def test_a_spare_code_works_once(petra):
    connect_app(petra)
    client, _ = sign_in()
    code = RecoveryCodes.activate(petra).generate_codes()[0]
    assert client.post("/sign-in/confirmation/", {"code": code}).url == "/"
    other, _ = sign_in()
    assert other.post("/sign-in/confirmation/", {"code": code}).status_code == 200


def test_without_a_second_factor_one_is_led_to_get_one_before_anything_else(petra):
    client, answer = sign_in()
    assert answer.url == "/"
    assert row(client).strong_at is None
    assert client.get("/my-sign-in/places/").url == "/second-factor/"
    assert client.get("/my-sign-in/places/", headers={"HX-Request": "true"}).status_code == 401
    page = client.get("/second-factor/")
    assert b"/my-sign-in/app/" in page.content


def test_the_first_code_of_a_new_app_counts_as_the_second_factor(petra):
    client, _ = sign_in()
    page = client.get("/my-sign-in/app/")
    assert page.status_code == 200
    assert b"data:image/svg+xml;base64" in page.content
    secret = client.session["mfa.totp.secret"]
    answer = client.post("/my-sign-in/app/", {"code": code_of(secret)})
    assert answer.url == "/my-sign-in/spare-codes/"
    assert row(client).strong_at
    stored = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in stored
    codes = client.get("/my-sign-in/spare-codes/")
    assert codes.content.count(b"<code>") == 10
    assert b"<code>" not in client.get("/my-sign-in/spare-codes/").content


def test_the_passkey_pages_hold_what_the_browser_needs(petra):
    client, _ = sign_in()
    page = client.get("/my-sign-in/passkeys/new/").content.decode()
    assert 'data-passkey="create"' in page
    assert "&quot;challenge&quot;" in page
    connect_app(petra)
    other, _ = sign_in()
    assert 'data-passkey="get"' in other.get("/sign-in/confirmation/").content.decode()
    options = Client().get("/sign-in/passkey/", headers={"Accept": "application/json"}).json()
    assert options["request_options"]["publicKey"]["userVerification"] == "required"


def test_a_forged_passkey_is_refused(petra):
    client = Client()
    client.get("/sign-in/passkey/", headers={"Accept": "application/json"})
    answer = client.post("/sign-in/passkey/", {"credential": '{"id": "x"}'})
    assert answer.url == "/sign-in/"
    assert row(client).account_id is None


def test_the_answer_is_the_same_for_a_wrong_password_and_an_unknown_address(petra):
    def visible(answer):
        return re.sub(r"(nobody|petra)@example.test|csrfmiddlewaretoken.+?>", "", answer.content.decode())

    known, unknown = sign_in(password="fel fel fel fel")[1], sign_in("nobody@example.test")[1]
    assert visible(known) == visible(unknown)
    assert known.status_code == unknown.status_code
    (box,) = re.findall(r'<div class="errors" role="alert" tabindex="-1" autofocus>(.*?)</div>', known.content.decode(), re.S)
    assert "<li>" in box, "whoever uses a keyboard is led to what went wrong"
    empty = Client().post("/password/forgotten/", {"email": ""}).content.decode()
    assert re.search(r'autofocus>.*?href="#id_email"', empty, re.S)


def test_asking_for_a_link_says_the_same_and_writes_to_both(petra):
    both = (petra.email, "no@example.test")
    answers = [Client().post("/password/forgotten/", {"email": who}) for who in both]
    assert {answer.url for answer in answers} == {"/password/forgotten/sent/"}
    assert [letter.to for letter in mail.outbox] == [[petra.email], ["no@example.test"]]
    assert "/password/new/" in mail.outbox[0].body
    assert "/password/new/" not in mail.outbox[1].body


def test_a_new_password_ends_the_other_sessions(petra):
    secret = connect_app(petra)
    client, _ = sign_in()
    client.post("/sign-in/confirmation/", {"code": code_of(secret)})
    Client().post("/password/forgotten/", {"email": petra.email})
    link = next(line for line in mail.outbox[0].body.splitlines() if "/password/new/" in line)
    other = Client()
    form = other.get("/" + link.split("/", 3)[3], follow=True).redirect_chain[-1][0]
    new = "en helt annan mening"
    other.post(form, {"password1": new, "password2": new})
    assert Account.objects.get(pk=petra.pk).check_password(new)
    assert client.get("/alive/").status_code == 401
    assert other.get(form, follow=True).status_code == 200
    assert b'name="password1"' not in other.get("/" + link.split("/", 3)[3], follow=True).content


def test_guessing_is_slowed_down_and_the_counter_is_no_address(petra):
    connect_app(petra)
    for _ in range(5):
        sign_in(password="fel fel fel fel")
    _, answer = sign_in()
    assert answer.status_code == 200
    assert "fem minuter" in answer.content.decode()
    assert not any("petra" in str(vars(one)) for one in Throttle.objects.all())


def test_guessing_codes_is_slowed_down(petra):
    secret = connect_app(petra)
    client, _ = sign_in()
    for guess in range(5):
        client.post("/sign-in/confirmation/", {"code": f"00000{guess}"})
    answer = client.post("/sign-in/confirmation/", {"code": code_of(secret)})
    assert answer.status_code == 200
    assert row(client).account_id is None


def test_a_closed_account_cannot_sign_in_and_says_the_same_as_none(petra):
    petra.disable(at=now())
    client, answer = sign_in()
    assert answer.url == "/sign-in/closed/"
    assert client.get("/alive/").status_code == 401


def test_an_invited_person_chooses_a_password_by_letter(cast, rf):
    request = rf.get("/")
    with request_context(request):
        account = invite(request, email="Petra@Example.test", person_id=cast.world.person["petra"])
    assert not account.has_usable_password()
    assert mail.outbox[0].to == ["petra@example.test"]
    link = next(line for line in mail.outbox[0].body.splitlines() if "/password/new/" in line)
    client = Client()
    form = client.get("/" + link.split("/", 3)[3], follow=True).redirect_chain[-1][0]
    client.post(form, {"password1": PASSWORD, "password2": PASSWORD})
    assert sign_in()[1].url == "/"


def test_nobody_can_sign_up(database):
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    assert Client().get("/accounts/signup/").status_code == 404


ELSEWHERE = ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]


@pytest.mark.parametrize("bad", ELSEWHERE)
def test_one_is_never_sent_to_another_site(petra, bad):
    secret = connect_app(petra)
    client, _ = sign_in(next=bad)
    assert client.post("/sign-in/confirmation/", {"code": code_of(secret)}).url == "/"


def test_one_goes_on_where_one_was(petra):
    secret = connect_app(petra)
    client, _ = sign_in(next="/barn/?q=a")
    assert client.post("/sign-in/confirmation/", {"code": code_of(secret)}).url == "/barn/?q=a"


def test_the_second_factor_cannot_be_taken_away_only_replaced(petra):
    secret = connect_app(petra)
    client, _ = sign_in()
    client.post("/sign-in/confirmation/", {"code": code_of(secret)})
    client.post("/my-sign-in/app/end/")
    assert Authenticator.objects.filter(user=petra, type="totp").exists()


def test_an_account_without_a_person_goes_no_further(database):
    Account.objects.create_user("lost@example.test", PASSWORD)
    assert sign_in("lost@example.test")[1].url == "/sign-in/closed/"
