"""What the directory of the demo says: whom to call in the other house."""

from samling.directory.models import FunctionNumber
from samling.people.models import Branch

from .teller import Stage, Teller

# who writes: branch, function, what about, number, hours, who steps in, number there; written so many days ago
NUMBERS = (
    (20, "ingrid", "social", "Mottagningen", "Råd om en familj, med eller utan namn. Orosanmälan.", "0522-69 05 00",
     "vardagar 8–16.30", "Socialjouren", "0522-69 05 99"),
    (20, "ingrid", "social", "Familjerådgivning utan beslut", "Föräldrar som vill ha stöd utan utredning.", "0522-69 05 20",
     "mån–tors 9–12", "Mottagningen", "0522-69 05 00"),
    (20, "ingrid", "school", "Centrala elevhälsan", "När skolans egen elevhälsa behöver hjälp. Frågor om frånvaro.",
     "0522-69 03 50", "vardagar 8–16", "", ""),
    (130, "ingrid", "school", "Skolskjuts", "Resor till och från skolan.", "0522-69 01 90", "vardagar 8–12", "", ""),
    (15, "ingrid", "school_medical", "Skolläkarens tidbok", "När skolsköterskan vill boka skolläkaren.", "0522-69 04 10",
     "vardagar 8–15", "Skolhälsovården", "0522-69 04 00"),
    (15, "ingrid", "school", "Teamet Lotsen", "När skola och hem behöver göra något tillsammans.", "0522-69 00 00",
     "vardagar 8–16", "", ""),
    (40, "sten", "granby_social", "Granby mottagning", "När barnet bor i Granby och går i skola i Lövsjö.", "0523-10 05 00",
     "vardagar 8–16", "", ""),
    (40, "sten", "granby_school", "Skolplikt och frånvaro", "Anmälan om utredning av frånvaro för elever som bor i Granby.",
     "0523-10 01 40", "vardagar 8–16", "", ""),
    (12, "pia", "health", "BVC Lövsjö", "Barn upp till sex år. Råd till förskolan.", "0522-70 01 00", "vardagar 8–16", "", ""),
    (12, "pia", "health", "En väg in, barn och unga", "Psykisk ohälsa hos barn och unga. Ni får råd innan ni remitterar.",
     "0522-70 02 10", "vardagar 8–15", "BUP Mittland", "0522-70 02 00"),
)  # fmt: skip


def keep(on: Stage, branch: str, *words: str) -> None:
    """One function with its number."""
    names = ("function", "about", "phone", "hours", "deputy", "deputy_phone")
    place = Branch.objects.get(pk=on.world.branch[branch])
    FunctionNumber.keep(place, dict(zip(names, words, strict=True)), by=on.by, at=on.at, pk=on.key(words[0]))


def numbers(teller: Teller) -> None:
    """Those who lead or run write the numbers of their own organisation."""
    for minute, (days, who, branch, *words) in enumerate(NUMBERS):
        teller.scene(days, f"09:{minute + 10}", who, keep, branch, *words)
