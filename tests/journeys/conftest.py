"""A browser, the application at an address of its own, and tabs in which the cast sits signed in."""

import os
import threading
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.test import override_settings
from playwright.sync_api import sync_playwright

from tests import keeping

from .chromium import CHROMIUM, started
from .house import House


def pytest_collection_modifyitems(items):
    """All stories on one worker: they share a browser. Those that look at every page go with the walk."""
    here = os.path.dirname(__file__) + os.sep
    for item in items:
        if str(item.path).startswith(here) and not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group("browser"))


class Quiet(WSGIRequestHandler):
    def log_message(self, *said):
        """The test tells what went wrong."""


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


@pytest.fixture(scope="package")
def browser():
    if not CHROMIUM:
        pytest.skip("no chromium here: set SAMLING_CHROMIUM to its path")
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # the browser's own loop runs in this thread
    with sync_playwright() as playwright:
        browser = started(playwright)
        yield browser
        connections.close_all()  # those of that loop, which the next test would find cut off
        browser.close()
    os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE") if before is None else None


@pytest.fixture(scope="package")
def site():
    """The application itself, at an address of its own."""
    with override_settings(WHITENOISE_AUTOREFRESH=False, WHITENOISE_USE_FINDERS=True, WHITENOISE_MAX_AGE=3600):
        application = get_wsgi_application()  # sheets and letters are fetched once, as people's browsers do

    def answered(environ, start):
        name = connections["default"].settings_dict["NAME"]
        turn = keeping.put_on(name)
        try:
            return application(environ, start)
        finally:
            keeping.take_off(name, turn)
            connections.close_all()

    with make_server("localhost", 0, answered, server_class=Server, handler_class=Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def house(browser, site, cast):
    """Tabs for the cast; in the end nothing was fetched from elsewhere and no rule of the page was broken."""
    house = House(browser, site, cast)
    yield house
    house.leave()
    assert not house.strange, house.strange
    assert not house.faults, house.faults
