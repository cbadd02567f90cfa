"""What in a text could show who a child is."""

import pytest

from samling.kernel.traces import certain, doubtful, traces

NAMES = ["Adam Hassan", "Sam", "4B", "Blåbär"]
PLACES = ["Norrskolan", "Förskolan Lingonet"]


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("Ett barn sover dåligt. Hur frågar vi?", []),
        ("Adam sover dåligt.", ["Adam"]),
        ("Adams mamma ringde.", ["Adams"]),
        ("Vi tänker på familjen Hassan.", ["Hassan"]),
        ("Vi är sams igen, och samma sak hände.", []),
        ("En pojke i 4B.", ["4B"]),
        ("En pojke i klass 4.", ["klass 4"]),
        ("En pojke i åk 4 b.", ["åk 4 b"]),
        ("Pojke, 20150314-2384.", ["20150314-2384"]),
        ("Pojke, 150314-2384.", ["150314-2384"]),
        ("Född 2015-03-14.", ["2015-03-14"]),
        ("Ring 070-174 06 01.", ["070-174 06 01"]),
        ("Skriv till hodan@example.se.", ["hodan@example.se"]),
        ("En elev på Norrskolan.", ["Norrskolan"]),
        ("En elev på norrskolans fritids.", ["Norrskolan"]),
        ("Hen har 4 kompisar och 10 lektioner, sedan 2 år.", []),
        ("Vi har frågat BUP och Försäkringskassan. Jag undrar vidare.", []),
    ],
)
def test_what_stops_a_text(text, stops):
    assert certain(traces(text, names=NAMES, places=PLACES)) == stops


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Hen bor granne med Bella.", ["Bella"]),
        ("Bella är granne. Bella sover.", []),  # a sentence begins with a capital: nobody can tell
        ("Hen spelar i Lövsjö IF.", ["Lövsjö", "IF"]),
        ("Hur gör vi?\n- Fråga igen.", []),
    ],
)
def test_what_is_asked_about(text, asks):
    assert doubtful(traces(text, names=NAMES, places=PLACES)) == asks
