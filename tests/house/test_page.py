"""The page reader finds each kind of fault, and finds none on a clean page."""

import pytest

from .page import check_page, main_text

CLEAN = """<!doctype html>
<html lang="sv"><head><title>Samtycke för Adam – Samling</title><link rel="stylesheet" href="/a.css"></head>
<body><main><h1>Samtycke för <b>Adam</b></h1><h2>Läget</h2>
<svg aria-hidden="true"><path d="M0 0"/></svg>
<form action="/svar/" method="post"><input type="hidden" name="csrfmiddlewaretoken" value="x">
<label for="why">Varför</label><textarea id="why" name="why" aria-describedby="why-hint"></textarea>
<p id="why-hint">Skriv kort.</p><label>Ja <input type="radio" name="yes"></label>
<button>Spara</button></form><script src="/htmx.js" nonce="a"></script></main></body></html>"""


def test_a_clean_page_has_no_faults():
    assert check_page(CLEAN) == []


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("<!doctype html>", "", "doctype"),
        (' lang="sv"', "", "language"),
        ("<h2>Läget</h2>", "<h1>Läget</h1>", "2 <h1>, not one"),
        ("<h2>Läget</h2>", "<h3>Läget</h3>", "leaves out a level"),
        ("<title>Samtycke", "<title>Lov", "does not begin with “Samtycke för Adam”"),
        ('for="why"', 'for="how"', "<textarea name=why> has no label"),
        ('for="why"', 'for="how"', "points at “how”"),
        ("<label>Ja ", "<span>Ja ", "name=yes"),
        ('id="why-hint"', 'id="why"', "id “why” stands 2 times"),
        ('id="why-hint"', 'id="hint"', "points at “why-hint”"),
        ("<h2>", '<h2 style="color:red">', "no inline style"),
        ("<h2>", '<h2 onclick="go()">', "no inline script"),
        ("<h2>", "<style>a{}</style><h2>", "<style>"),
        ('<script src="/htmx.js" nonce="a">', "<script>go()", "no inline script"),
        ('action="/svar/"', 'action=""', "action is empty"),
        ('<input type="hidden" name="csrfmiddlewaretoken" value="x">', "", "csrf"),
        ("<button>Spara", "<button>", "<button> says nothing"),
        ("Skriv kort.", "<div>Skriv</div>", "inside <p>"),
        ("</h2>", "</h3>", "</h3> closes <h2>"),
        ("</form>", "", "closes <form>"),
        ("<h2>Läget</h2>", "<div/>", "does not close itself"),
        ("<h2>Läget</h2>", '<img src="a.png">', "no alt"),
        ("<h2>Läget</h2>", '<a href="javascript:go()">Gå</a>', "javascript:"),
        ("<h2>Läget</h2>", '<a href="/a/">A <a href="/b/">B</a></a>', "inside another <a>"),
        ("<h2>Läget</h2>", '<p id="a" id="b">Hej</p>', "says id twice"),
        ("Läget", "Läget för None", "left over in the text: None"),
        ("Läget", "Läget {{ name }}", "left over"),
        ("Läget", "Hej %(name)s", "left over"),
        ("Läget", "Lars &amp;amp; Eva", "left over"),
    ],
)
def test_each_fault_is_found(before, after, fault):
    assert before in CLEAN
    faults = check_page(CLEAN.replace(before, after, 1))
    assert any(fault in one for one in faults), faults


def test_a_part_needs_no_frame():
    assert check_page("<section><h2>Läget</h2></section>", whole=False) == []
    assert check_page("<section><h2>Läget</h2>", whole=False) == ["<section> is never closed"]


def test_the_main_text_has_a_line_for_each_block():
    assert main_text(CLEAN).splitlines()[:3] == ["Samtycke för Adam", "Läget", "Varför"]
