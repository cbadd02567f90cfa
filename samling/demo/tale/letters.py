"""Letters home, as the people of the demo write them: one read aloud, one on paper, two to send."""

from samling.letters.models import Letter, Way
from samling.people.models import Guardian

from .deeds import child_of, ids
from .teller import Stage, Teller


def letters(teller: Teller) -> None:
    """What Adam's, Elsa's and Noor's homes have got and are about to get."""
    read = "Adam har kommit i tid fyra dagar av fem. Han får komma in tio minuter före de andra."
    teller.scene(20, "14:10", "petra", way, "adam", "Hodan", "call")
    teller.scene(19, "15:20", "petra", write, "adam", "Hodan", "adaptations", read)
    teller.scene(15, "08:30", "petra", hand_over, "adam", "Hodan", "read")
    teller.scene(16, "13:00", "gunilla", write, "noor", "Rana", "meeting", "Vi bjuder på fika. Tolk är bokad.")
    teller.scene(16, "13:10", "gunilla", hand_over, "noor", "Rana", "printed")
    teller.scene(12, "07:50", "gunilla", hand_over, "noor", "Rana", "given")
    teller.scene(1, "15:40", "maja", write, "elsa", "Anna", "follow_up", "Elsa har läst högt två gånger den här veckan.")
    teller.scene(0, "08:05", "petra", write, "adam", "Ali", "meeting", "Välj en tid som passar dig.")


def way(on: Stage, key: str, name: str, code: str) -> None:
    """Note how a guardian wants to be reached."""
    Way.choose(Guardian.objects.get(pk=ids(on, key, [name])[0]), code, by=on.by.pk, at=on.at)


def write(on: Stage, key: str, name: str, kind: str, what: str) -> None:
    """Begin a letter."""
    guardian = Guardian.objects.get(pk=ids(on, key, [name])[0])
    letter = Letter.draft(child_of(on, key), guardian, kind=kind, words={"what": what}, by=on.by, at=on.at)
    on.made[key, f"letter-{name}"] = letter.pk


def hand_over(on: Stage, key: str, name: str, how: str) -> None:
    """Print it, give it or read it aloud."""
    _letter(on, key, name).hand_over(how, by=on.by.pk, at=on.at)


def _letter(on: Stage, key: str, name: str) -> Letter:
    return Letter.objects.get(pk=on.made[key, f"letter-{name}"])
