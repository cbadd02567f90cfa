"""The small modules in a real browser, against a server that only exists inside the test."""

from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.journeys.chromium import CHROMIUM, started

SCRIPTS = Path(__file__).parents[1] / "static" / "ui" / "js"
HOST = "http://samling.test"
SHELL = """<!doctype html><html lang="sv"><body><div class="page">{}</div>{}
<script type="module" src="/js"></script>"""
TEXTS = (
    'data-saved="Sparat %(time)s" data-saving="Sparar…" data-never="Inte sparat än."'
    ' data-kept="Inte sparat sedan %(time)s."'
)
DRAFT = f"""<form data-draft="/draft/"><input type="hidden" name="version" value="1">
<textarea name="told"></textarea><span role="status" data-draft-status {TEXTS}></span></form>"""
TOKEN = '<form action="/note/"><input type="hidden" name="csrfmiddlewaretoken" value="old"></form>'
LOCK = """<s-lock data-seconds="{}" data-alive="/alive/" data-who="maria">
<div data-part="warn" hidden><b data-part="time"></b>
<button data-part="stay">Stanna kvar</button></div>
<div data-part="ended" hidden><p data-part="other" hidden>Inte inloggad än</p>
<a href="/sign-in/" data-part="sign-in">Logga in</a>
<button data-part="back">Fortsätt</button></div></s-lock>"""
LEAVE = '<form action="/leave/" method="post" data-exit><button>Lämna sidan</button></form><input>'
KEYS = """<input id="search" data-key="/"><a href="#today" data-key="g i">I dag</a>
<a href="#note" data-key="n">Ny</a>
<s-keys data-title="Tangenter" data-close="Stäng"></s-keys>"""


class Server:
    """Answers what the test has told it to, and remembers what was sent."""

    def __init__(self):
        self.html, self.script, self.status, self.headers, self.body = "", "", 204, {}, ""
        self.sent, self.held = [], None

    def answer(self, route, request):
        path = request.url.removeprefix(HOST)
        if path == "/":
            return route.fulfill(content_type="text/html; charset=utf-8", body=self.html)
        if path in ("/js", "/send"):
            file = SCRIPTS / f"{self.script if path == '/js' else 's-send'}.js"
            return route.fulfill(content_type="text/javascript; charset=utf-8", body=file.read_text())
        if path == "/htmx":
            return route.fulfill(content_type="text/javascript; charset=utf-8", body=VENDOR.read_text())
        self.sent.append((request.method, path, request.post_data or ""))
        if self.held is not None and path == "/draft/":
            return self.held.append(route)
        if self.status is None:
            return route.abort()
        return route.fulfill(status=self.status, headers=self.headers, body=self.body)


@pytest.fixture(scope="module")
def browser():
    if not CHROMIUM:
        pytest.skip("no chromium here: set SAMLING_CHROMIUM to its path")
    with sync_playwright() as playwright:
        browser = started(playwright)
        yield browser
        browser.close()


@pytest.fixture
def server():
    return Server()


@pytest.fixture
def visit(browser, server):
    pages = []

    def visit(script, html, beside=""):
        page = browser.new_page()
        pages.append(page)
        page.set_default_timeout(4000)
        page.clock.install()
        page.route("**/*", server.answer)
        server.script, server.html = script, SHELL.format(html, beside)
        page.goto(HOST + "/")
        return page

    yield visit
    for page in pages:
        page.close()


def write(page, text):
    page.locator("textarea").fill(text)
    page.clock.run_for(900)


def says(page, text):
    page.locator("[data-draft-status]", has_text=text).wait_for()
    return True


def test_a_draft_is_saved_a_moment_after_the_last_key(visit, server):
    server.headers = {"Draft-Saved": "10.41", "Draft-Version": "2"}
    page = visit("s-draft", DRAFT)
    write(page, "Adam bygger gärna")
    assert says(page, "Sparat 10.41")
    assert "Adam bygger gärna" in server.sent[0][2]
    assert page.locator("[name=version]").input_value() == "2"


@pytest.mark.parametrize("status", [302, 401, 409, 422, 500, None])
def test_what_is_not_saved_is_never_called_saved(visit, server, status):
    server.headers = {"Draft-Saved": "10.41"}
    page = visit("s-draft", DRAFT)
    write(page, "Adam bygger")
    assert says(page, "Sparat 10.41")
    server.status, server.headers = status, {"Location": "/sign-in/"}
    write(page, "Adam bygger gärna")
    assert says(page, "Inte sparat sedan 10.41.")
    assert page.locator("textarea").input_value() == "Adam bygger gärna"


def test_a_draft_tries_again_until_it_is_saved(visit, server):
    server.status = None
    page = visit("s-draft", DRAFT)
    write(page, "Adam")
    assert says(page, "Inte sparat än.")
    server.status, server.headers = 204, {"Draft-Saved": "10.43"}
    page.clock.run_for(16_000)
    assert says(page, "Sparat 10.43")


SAVED = DRAFT.replace("<form", '<form action="/save/" method="post"').replace("</form>", "<button>Spara</button></form>")
SAVED += '<script type="module" src="/send"></script>'


def test_saving_waits_for_the_draft_on_its_way_and_stands_on_its_version(visit, server):
    server.held = []
    page = visit("s-draft", SAVED)
    write(page, "Adam")
    page.locator("textarea").fill("Adam bygger")
    page.get_by_role("button").click()
    page.get_by_role("button").click()
    assert [path for _method, path, _body in server.sent] == ["/draft/"], "alone in one tab: the draft is answered first"
    with page.expect_request("**/save/") as saving:
        server.held.pop().fulfill(status=204, headers={"Draft-Version": "2"})
    assert "version=2" in saving.value.post_data and "Adam+bygger" in saving.value.post_data
    assert [path for _method, path, _body in server.sent].count("/draft/") == 1


def test_saving_does_not_wait_for_ever(visit, server):
    server.held = []
    page = visit("s-draft", SAVED)
    write(page, "Adam")
    page.get_by_role("button").click()
    with page.expect_request("**/save/"):
        page.clock.run_for(5000)


def test_what_got_no_answer_is_sent_again_before_what_is_newer(visit, server):
    server.status = None
    page = visit("s-draft", DRAFT)
    write(page, "Adam")
    assert says(page, "Inte sparat än.")
    server.status, server.headers = 204, {"Draft-Saved": "10.43", "Draft-Version": "2"}
    write(page, "Adam bygger")
    page.clock.run_for(2000)
    assert says(page, "Sparat 10.43")
    page.wait_for_function("document.querySelector('[name=version]').value === '2'")
    for _moment in range(20):
        if len(server.sent) < 3:
            page.clock.run_for(500)
    (_lost, again, newer) = [body for _method, _path, body in server.sent]
    assert "bygger" not in again and "bygger" in newer


def test_the_page_warns_two_minutes_before_the_end(visit, server):
    server.headers = {"Session-Ends-In": "110", "Session-Person": "maria"}
    page = visit("s-lock", TOKEN, LOCK.format(300))
    assert page.locator("[data-part=warn]").is_hidden()
    page.clock.run_for(185_000)
    page.locator("[data-part=warn]").wait_for()
    server.headers["Session-Ends-In"] = "1800"
    page.get_by_text("Stanna kvar").click()
    page.locator("[data-part=warn]").wait_for(state="hidden")
    assert server.sent[-1][0] == "POST"


def test_at_the_end_the_page_is_covered_and_the_text_stays(visit, server):
    server.status = 401
    page = visit("s-lock", TOKEN + "<textarea>Inte sparat</textarea>", LOCK.format(100))
    page.clock.run_for(1000)
    page.locator("[data-part=ended]").wait_for()
    assert page.locator("body").get_attribute("data-covered") is not None
    page.get_by_text("Fortsätt").click()
    page.get_by_text("Inte inloggad än").wait_for()
    server.status = 204
    server.headers = {"Session-Person": "maria", "Session-Form-Token": "new", "Session-Ends-In": "1800"}
    page.get_by_text("Fortsätt").click()
    page.locator("[data-part=ended]").wait_for(state="hidden")
    assert page.locator("textarea").input_value() == "Inte sparat"
    assert page.locator("[name=csrfmiddlewaretoken]").input_value() == "new"


def test_another_person_gets_a_clean_page(visit, server):
    server.status = 401
    page = visit("s-lock", "<textarea>Marias text</textarea>", LOCK.format(300))
    page.locator("textarea").fill("Marias nya text")
    page.clock.run_for(185_000)
    page.locator("[data-part=ended]").wait_for()
    server.status, server.headers = 204, {"Session-Person": "helen"}
    with page.expect_navigation():
        page.get_by_text("Fortsätt").click()
    assert page.locator("textarea").input_value() == "Marias text"


SURE = """<form action="/note/" method="post"><input type="hidden" name="csrfmiddlewaretoken" value="old">
<textarea name="told"></textarea><button>Spara</button></form>
<p role="alert" hidden data-trouble="Det gick inte." data-kept="Texten är kvar."></p>"""
ROLE = """<script type="module">Object.assign(document.querySelector("s-lock").dataset,
{ role: "team", otherRole: "En annan roll." });
document.querySelector("s-lock").cover = () => { document.title = "covered"; };
document.querySelector("s-lock").renew = (token) => { document.forms[0].elements[0].value = token; };</script>"""
MARIA = {"Session-Person": "maria", "Session-Capacity": "team", "Session-Form-Token": "new"}


@pytest.mark.parametrize(
    ("status", "headers", "title", "said"),
    [
        (401, {}, "covered", ""),
        (204, MARIA | {"Session-Person": "helen"}, "covered", ""),
        (204, MARIA | {"Session-Capacity": "school"}, "", "En annan roll. Texten är kvar."),
        (None, {}, "", "Det gick inte. Texten är kvar."),
    ],
)
def test_what_cannot_be_sent_stays_where_it_was_written(visit, server, status, headers, title, said):
    server.status, server.headers = status, headers
    page = visit("s-sure", SURE, LOCK.format(300) + ROLE)
    page.locator("textarea").fill("Adam bygger gärna")
    page.get_by_text("Spara").click()
    expect(page.locator("[data-trouble]")).to_have_text(said)
    expect(page).to_have_title(title)
    assert page.locator("textarea").input_value() == "Adam bygger gärna"
    assert [method for method, _path, _body in server.sent] == ["GET"]


def test_what_can_be_sent_is_sent_by_the_same_press(visit, server):
    server.headers = MARIA
    page = visit("s-sure", SURE, LOCK.format(300) + ROLE)
    page.locator("textarea").fill("Adam bygger gärna")
    with page.expect_response("**/note/") as answered:
        page.get_by_text("Spara").dblclick()
    assert "csrfmiddlewaretoken=new" in answered.value.request.post_data
    assert [method for method, _path, _body in server.sent] == ["GET", "POST"]


VENDOR = SCRIPTS.parent / "vendor" / "htmx-4.0.1.min.js"
NO_SWAP = '{"noSwap":[204,304,401,403,404,429,"5xx"]}'
HTMX = f"""<meta name="htmx-config" content='{NO_SWAP}'><script src="/htmx"></script>
<form action="/note/" method="post" hx-post="/note/" hx-target="this">
<textarea name="told"></textarea><button>Spara</button></form>
<p role="alert" hidden data-trouble="Det gick inte." data-kept="Texten är kvar."></p>"""


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (500, "<main>Fel</main>", "Det gick inte. Texten är kvar."),
        (403, '<main><p class="lead">Planen är stängd.</p></main>', "Planen är stängd. Texten är kvar."),
        (None, "", "Det gick inte. Texten är kvar."),
    ],
)
def test_trouble_is_told_and_the_text_is_kept(visit, server, status, body, said):
    server.status, server.body = status, body
    page = visit("s-trouble", HTMX)
    page.locator("textarea").fill("Adam bygger gärna")
    page.get_by_text("Spara").click()
    page.get_by_text(said).wait_for()
    assert page.locator("textarea").input_value() == "Adam bygger gärna"


def test_esc_three_times_leaves(visit, server):
    server.status = 200
    page = visit("s-exit", LEAVE)
    for _ in range(3):
        page.keyboard.press("Escape")
    page.wait_for_url("**/leave/")
    assert ("POST", "/leave/") in [sent[:2] for sent in server.sent]


def test_keys_act_and_are_silent_inside_fields(visit):
    page = visit("s-keys", KEYS)
    page.keyboard.press("g")
    page.keyboard.press("i")
    assert page.url.endswith("#today")
    page.keyboard.press("/")
    page.keyboard.type("nn")
    assert page.locator("#search").input_value() == "nn"
    assert page.url.endswith("#today")
    page.locator("#search").blur()
    page.keyboard.press("?")
    assert "I dag" in page.locator("dialog").inner_text()


MAP = """<svg data-walk role="group" viewBox="0 0 90 30"><a href="#one"><text x="5" y="20">ett</text></a>
<a href="#two"><text x="35" y="20">två</text></a><a href="#three"><text x="65" y="20">tre</text></a></svg><a href="#out">ut</a>"""


def test_arrows_walk_a_picture_in_reading_order_and_enter_opens(visit):
    page = visit("s-map", MAP)
    page.locator("svg a").first.focus()
    for key, word in (("ArrowRight", "två"), ("ArrowDown", "tre"), ("ArrowRight", "ett"), ("End", "tre"), ("ArrowLeft", "två")):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.textContent") == word
    page.keyboard.press("Enter")
    assert page.url.endswith("#two")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.localName") == "body"
