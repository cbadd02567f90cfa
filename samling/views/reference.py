"""The domains a note can be about, and two lenses over the same notes (domain reference 4.1 and 4.3).

The names of the eight wellbeing indicators and of the headings of My World Triangle come from the Scottish
Government's Getting it right for every child (Crown copyright, Open Government Licence v3.0); the Swedish is ours.
"""

from dataclasses import dataclass

from samling.kernel.words import _

ATTRIBUTION = _(
    "The headings come from Getting it right for every child, the Scottish Government. They are used under the Open "
    "Government Licence, version 3.0. The Swedish words are our own."
)

CHILD, SCHOOL, HOME = "child", "school", "home"
PLACES = {CHILD: _("The child"), SCHOOL: _("School"), HOME: _("Home")}


@dataclass(frozen=True, slots=True)
class Domain:
    """What a note is about: its code begins with its own place. `triangle` and `wheel` name headings of the two lenses."""

    code: str
    title: str
    example: str
    triangle: str = ""
    wheel: str = ""

    @property
    def place(self) -> str:
        """The circle it belongs to."""
        return self.code.partition(".")[0]

    def under(self, lens: str) -> list[str]:
        """The headings of a lens that it comes under; none for what has no counterpart there."""
        return (self.wheel if lens == "wheel" else self.triangle).split()


# fmt: off
_ALL = (
    Domain("child.health", _("Body and health"), _("sleep, food, pain, energy"), "healthy", "healthy"),
    Domain("child.emotions", _("Feelings"), _("worry, anger, how one sees oneself"), "confidence", "healthy respected"),
    Domain("child.communication", _("To understand and be understood"), _("language, hearing"), "communicate", "included"),
    Domain("child.independence", _("To manage by oneself"), _("daily tasks, phone, travel"), "independent responsible", "responsible"),
    Domain("child.friends", _("Friends and leisure"), _("play, friends, leisure"), "enjoying", "included active"),
    Domain("child.voice", _("What the child wants"), _("wishes, what matters most"), "", "respected"),
    Domain("school.attendance", _("To come to school"), _("absence and its pattern"), "school", "achieving included"),
    Domain("school.learning", _("To learn"), _("goals, support, homework"), "learning", "achieving"),
    Domain("school.environment", _("Order and calm at school"), _("structure, noise, substitutes"), "school knowing", "safe achieving"),
    Domain("school.relations", _("Adults and friends at school"), _("trusted adults, classmates"), "belonging there", "included respected"),
    Domain("school.safety", _("To be safe at school"), _("places, bullying"), "safe", "safe"),
    Domain("school.organisation", _("How the school works"), _("routines, what staff know, how they cooperate")),
    Domain("home.routines", _("Everyday life at home"), _("mornings, sleep, screens"), "everyday", "nurtured"),
    Domain("home.relation", _("Time together at home"), _("closeness, conflicts, play"), "there play", "nurtured"),
    Domain("home.guidance", _("Limits and guidance"), _("limits, help to choose"), "guidance", "responsible"),
    Domain("home.safety", _("To be safe at home"), _("safety, fear, harm"), "safe", "safe"),
    Domain("home.parents", _("How the parents are"), _("strain, health, their own story"), "background", "nurtured"),
    Domain("home.conditions", _("Housing, work and money"), _("housing, work, money"), "money work housing resources", "safe included"),
    Domain("home.network", _("People around the family"), _("relatives, neighbours, clubs"), "support", "included"),
    Domain("home.school_cooperation", _("Home and school together"), _("contact, trust, absence from work"), "school", "included"),
)
# fmt: on
DOMAINS = {one.code: one for one in _ALL}
CARE = "home.safety"  # where a worry is a reason to think of a concern report (SoL 19:1)

WHEEL = {
    "safe": (_("Safe"), _("Protected from harm at home, at school, online and around.")),
    "healthy": (_("Healthy"), _("Body and mind as well as can be, and care when it is needed.")),
    "achieving": (_("Achieving"), _("Helped to learn and to grow.")),
    "nurtured": (_("Nurtured"), _("A caring place to live, and adults who are there.")),
    "active": (_("Active"), _("Play, leisure and movement.")),
    "respected": (_("Respected"), _("Heard, and part of what is decided.")),
    "responsible": (_("Responsible"), _("A part in things that fits the age, and guidance.")),
    "included": (_("Included"), _("Belongs where one lives and learns.")),
}

TRIANGLE_SIDES = {
    _("How I grow and develop"): ("healthy", "learning", "communicate", "confidence", "responsible", "independent", "enjoying"),
    _("What I need from those who look after me"): ("everyday", "safe", "there", "play", "guidance", "knowing", "background"),
    _("My wider world"): ("support", "school", "money", "work", "resources", "housing", "belonging"),
}
TRIANGLE = {
    "healthy": _("Being healthy"), "learning": _("Learning and achieving"), "communicate": _("Being able to communicate"),
    "confidence": _("Confidence in who I am"), "responsible": _("Learning to be responsible"),
    "independent": _("Becoming independent"), "enjoying": _("Enjoying family and friends"),
    "everyday": _("Everyday care and help"), "safe": _("Keeping me safe"), "there": _("Being there for me"),
    "play": _("Play, encouragement, fun"), "guidance": _("Guidance to make the right choices"),
    "knowing": _("Knowing what will happen and when"), "background": _("Understanding my family's background"),
    "support": _("Support from family, friends and others"), "school": _("My school"), "money": _("Enough money"),
    "work": _("Work for my family"), "resources": _("Help where we live"), "housing": _("A safe and comfortable home"),
    "belonging": _("Belonging"),
}  # fmt: skip
