"""Sign-in through an identity provider: a real one, over HTTP on this machine."""

from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.test import Client

from samling.people import oidc
from samling.people.accounts import Account, Session
from samling.people.sessions import key_digest
from samling.records.clock import now

from .browser import account_of, connect_app

PETRA = {"email": "petra@example.test", "email_verified": True}
STRONG = "http://id.sambi.se/loa/loa3"
PEOPLE = {
    "petra": PETRA | {"acr": "pwd"},
    "petra-strong": PETRA | {"acr": STRONG},
    "petra-amr": PETRA | {"amr": ["pwd", "mfa"]},
    "petra-unverified": PETRA | {"email_verified": False},
    "petra-said-so": PETRA | {"email_verified": "true"},
    "stranger": {"email": "stranger@example.test", "email_verified": True, "acr": STRONG},
}


def answered(there, **data):
    """What the person says at the provider; returns the path on our site that the browser is sent to."""
    back = requests.post(there, data=data, allow_redirects=False, timeout=5).headers["Location"]
    return back[back.index("/", len("https://")) :]


@pytest.fixture(scope="module")
def provider():
    from oidc_provider_mock import User, run_server_in_thread  # takes half a second to load

    users = [User(sub=sub, claims=claims) for sub, claims in PEOPLE.items()]
    with run_server_in_thread(user_claims=users, require_nonce=False) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def through(provider, database, settings):
    """Sign in as one of the provider's people; returns the browser and the last answer."""
    app = {
        "provider_id": "oidc",
        "name": "Lövsjö kommun",
        "client_id": "samling",
        "secret": "s",
        "settings": {"server_url": provider},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
    settings.OIDC_STRONG = [STRONG, "mfa"]

    def go(sub, **extra):
        client = Client()
        there = client.post("/sign-in/through/oidc/", extra).url
        return client, client.get(answered(there, sub=sub))

    return go


@pytest.fixture
def petra(cast):
    return account_of(cast)


def row(client):
    return Session.objects.get(key_hash=key_digest(client.cookies[settings.SESSION_COOKIE_NAME].value))


def test_the_sign_in_page_offers_it(through):
    page = Client().get("/sign-in/").content.decode()
    assert "Lövsjö kommun" in page
    assert 'action="/sign-in/through/oidc/' in page


def test_a_link_alone_starts_nothing(through):
    assert Client().get("/sign-in/through/oidc/").status_code == 200


def test_a_strong_sign_in_opens_the_account_and_counts_as_second_factor(through, petra):
    client, answer = through("petra-strong", next="/barn/")
    assert answer.url == "/barn/"
    assert row(client).account_id == petra.pk
    assert row(client).strong_at
    assert SocialAccount.objects.get(user=petra).uid == "petra-strong"
    assert Account.objects.get(pk=petra.pk).has_usable_password()


def test_the_methods_the_provider_names_may_count_too(through, petra):
    client, _ = through("petra-amr")
    assert row(client).strong_at


def test_a_weak_sign_in_still_needs_the_second_factor(through, petra):
    connect_app(petra)
    client, answer = through("petra")
    assert answer.url == "/sign-in/confirmation/"
    assert row(client).account_id is None


def test_a_weak_sign_in_without_second_factor_is_led_to_get_one(through, petra):
    client, answer = through("petra")
    assert answer.url == "/"
    assert row(client).strong_at is None
    assert client.get("/my-sign-in/places/").url == "/second-factor/"


def test_nothing_counts_when_nothing_is_configured(through, petra, settings):
    settings.OIDC_STRONG = []
    client, _ = through("petra-strong")
    assert row(client).strong_at is None


@pytest.mark.parametrize("sub", ["petra-unverified", "petra-said-so"])
def test_an_address_nobody_has_verified_opens_nothing(through, petra, sub):
    client, answer = through(sub)
    assert answer.status_code == 200
    assert not SocialAccount.objects.exists()
    assert client.get("/alive/").status_code == 401


def test_an_unknown_person_gets_no_account(through, petra):
    client, answer = through("stranger")
    assert "inget konto" in answer.content.decode()
    assert not Account.objects.filter(email="stranger@example.test").exists()
    assert client.get("/alive/").status_code == 401


def test_an_address_that_has_passed_to_someone_new_does_not_open_the_old_account(through, petra):
    through("petra-strong")
    client, _ = through("petra-amr")
    assert client.get("/alive/").status_code == 401
    assert SocialAccount.objects.get(user=petra).uid == "petra-strong"


def test_a_closed_account_is_not_opened(through, petra):
    through("petra-strong")
    petra.disable(at=now())
    client, _ = through("petra-strong")
    assert client.get("/alive/").status_code == 401


def test_an_answer_to_another_browser_is_refused(through, petra, provider):
    begun = Client()
    there = begun.post("/sign-in/through/oidc/").url
    assert parse_qs(urlsplit(there).query)["code_challenge_method"] == ["S256"]
    answer = Client().get(answered(there, sub="petra-strong"))
    assert answer.status_code == 401
    assert not SocialAccount.objects.exists()


def test_a_no_at_the_provider_is_calm(through):
    client = Client()
    there = client.post("/sign-in/through/oidc/").url
    assert client.get(answered(there, action="deny")).url == "/sign-in/stopped/"
    assert client.get("/sign-in/stopped/").status_code == 200


def test_a_token_with_another_signature_is_refused(through, petra, provider, monkeypatch):
    class Elsewhere(oidc.VerifiedOpenIDConnect):
        @property
        def openid_config(self):
            return super().openid_config | {"jwks_uri": self.elsewhere}

    from oidc_provider_mock import run_server_in_thread

    with run_server_in_thread() as other:
        Elsewhere.elsewhere = f"http://localhost:{other.server_port}/jwks"
        monkeypatch.setattr(oidc, "VerifiedOpenIDConnect", Elsewhere)
        client, answer = through("petra-strong")
    assert answer.status_code == 401
    assert client.get("/alive/").status_code == 401
    assert not Authenticator.objects.exists()
