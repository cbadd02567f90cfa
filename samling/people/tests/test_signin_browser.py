"""A passkey from first to last in a real browser with an authenticator made of software."""

import re
import threading
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings as django_settings
from django.core.wsgi import get_wsgi_application
from django.db import connections
from playwright.sync_api import expect, sync_playwright

from samling.people.accounts import Session
from samling.people.sessions import begun_for
from tests.journeys.chromium import CHROMIUM, started

from .browser import PASSWORD, account_of

AUTHENTICATOR = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


class Quiet(WSGIRequestHandler):
    def log_message(self, *said):
        """The test tells what went wrong."""


@pytest.fixture
def site(cast):
    """The application itself, at an address of its own."""
    application = get_wsgi_application()

    def closing(environ, start):
        try:
            return application(environ, start)
        finally:
            connections.close_all()

    with make_server("localhost", 0, closing, handler_class=Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def page(site):
    if not CHROMIUM:
        pytest.skip("no chromium here: set SAMLING_CHROMIUM to its path")
    with sync_playwright() as playwright:
        browser = started(playwright)
        page = browser.new_page(base_url=site, locale="sv-SE", reduced_motion="reduce")
        page.set_default_timeout(8000)
        key = page.context.new_cdp_session(page)
        key.send("WebAuthn.enable")
        key.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
        page.troubles = []
        page.on("console", lambda said: page.troubles.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda fault: page.troubles.append(str(fault)))
        yield page
        connections.close_all()  # those of the browser's own loop, which the next test would find cut off
        browser.close()


def test_a_passkey_is_added_and_then_opens_alone(cast, page, monkeypatch):
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    petra = account_of(cast)
    page.goto("/sign-in/")
    page.get_by_label("E-postadress").fill(petra.email)
    page.get_by_label(re.compile("^Lösenord")).fill(PASSWORD)
    page.get_by_role("button", name="Logga in", exact=True).click()
    page.goto("/second-factor/")
    page.get_by_role("link", name="Lägg till en inloggningsnyckel").click()
    page.get_by_role("button", name="Lägg till en inloggningsnyckel").click()
    expect(page.get_by_role("heading", name="Dina reservkoder")).to_be_visible()
    assert Session.objects.get(account=petra).strong_at

    page.context.clear_cookies()
    page.goto("/sign-in/")
    page.get_by_role("button", name="Logga in med inloggningsnyckel").click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    page.goto("/my-sign-in/")
    expect(page.get_by_role("heading", name="Min inloggning")).to_be_visible()
    assert Session.objects.filter(account=petra, strong_at__isnull=False, ended_at=None).count() == 2

    page.context.clear_cookies()
    page.goto("/sign-in/")
    page.get_by_label("E-postadress").fill(petra.email)
    page.get_by_label(re.compile("^Lösenord")).fill(PASSWORD)
    page.get_by_role("button", name="Logga in", exact=True).click()
    page.get_by_role("button", name="Använd inloggningsnyckel").click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    assert django_settings.SESSION_COOKIE_NAME in {cookie["name"] for cookie in page.context.cookies()}
    assert not [said for said in page.troubles if "404" not in said]


def test_the_pages_can_be_used_by_everyone(cast, page, site, monkeypatch):
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    sami = next(key for key in cast.world.capacity if f"{key}_2" in cast.world.capacity)
    cookie = {
        "name": django_settings.SESSION_COOKIE_NAME,
        "value": begun_for(account_of(cast, sami)),
        "url": site,
    }
    open_to_all = ("/sign-in/", "/password/forgotten/", "/sign-in/closed/", "/empty/")
    own = (
        *("/my-sign-in/", "/my-sign-in/app/", "/my-sign-in/passkeys/new/", "/my-sign-in/places/"),
        *("/password/", "/second-factor/", "/sign-out/", "/capacity/"),
    )
    wrong = {}
    for address in (*open_to_all, *own):
        if address == own[0]:
            page.context.add_cookies([cookie])
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        found = Axe().run(page).response["violations"]
        wrong |= {f"{address} {one['id']}": one["nodes"][0]["html"] for one in found}
    assert not wrong
    assert not page.troubles
