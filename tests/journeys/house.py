"""Tabs of one browser in which the cast sits signed in, and what was heard from them."""

import datetime as dt

from django.conf import settings
from django.db import connections

from samling.demo.build import session_for
from samling.people.accounts import Session
from samling.people.sessions import end, key_digest

SENT = "() => ![...document.forms].some((form) => form.isGoing || form.draft?.isWaiting || form.draft?.isGoing)"


def send(button):
    """Press a button, and wait until what stood in its form is sent: a draft on its way goes first."""
    button.click()
    button.page.wait_for_function(SENT)


def save(page):
    """Press the button that the page's form is for."""
    send(page.locator("main form button:not([name]):not([formaction])"))


def press(page, name):
    """Press a button by its name."""
    send(page.get_by_role("button", name=name))


def unhurried(page):
    """Nobody types an address before what she has sent is sent: s-send.js waits for a draft that is on its way."""
    leave = page.goto

    def goto(where, **options):
        page.wait_for_function(SENT)
        return leave(where, **options)

    page.goto = goto
    return page


class House:
    """Opens tabs and listens: requests to other hosts, breaches of the content policy, faults of scripts."""

    def __init__(self, browser, site, cast):
        self.browser, self.site, self.cast = browser, site, cast
        self.strange, self.faults, self._open = [], [], []

    def tab(self, name="", *, language="sv", **options):
        """A tab in a browser of one's own, signed in as someone of the cast."""
        context = self.browser.new_context(base_url=self.site, locale="sv-SE", reduced_motion="reduce", **options)
        context.set_default_timeout(15_000)
        self._open.append(context)
        context.on("request", self._asked)
        context.on("console", self._said)
        context.on("weberror", lambda fault: self.faults.append(str(fault.error)))
        if name:
            self.enter(context, name)
        self.put(context, settings.LANGUAGE_COOKIE_NAME, language)
        return unhurried(context.new_page())

    def enter(self, context, name):
        """Sign in as this person; returns the key of the session."""
        key = session_for(self.cast.world.capacity[name])
        self.put(context, settings.SESSION_COOKIE_NAME, key)
        return key

    def end_session(self, context):
        """The session of this browser is ended on the server."""
        key = next(one["value"] for one in context.cookies() if one["name"] == settings.SESSION_COOKIE_NAME)
        assert end(Session.objects.filter(key_hash=key_digest(key))) == 1

    def move_clock(self, to: dt.datetime):
        """It is another day."""
        with connections["owner"].cursor() as cursor:
            cursor.execute("select guard.mark_installation('test', %s - statement_timestamp())", [to])

    def leave(self):
        """Close every tab."""
        for context in self._open:
            context.close()

    def put(self, context, name, value):
        """Give the browser a cookie."""
        context.add_cookies([{"name": name, "value": value, "url": self.site}])

    def _asked(self, request):
        if not request.url.startswith((self.site + "/", "data:", "blob:")):
            self.strange.append(request.url)

    def _said(self, message):
        # What the browser says of answers like 401 and 404 is what the stories ask for.
        if message.type == "error" and "the server responded with a status" not in message.text:
            self.faults.append(f"{message.page and message.page.url}: {message.text}")
