"""Dated reference data: in which legal form support is given, what kinds there are, and what one can try at home.

A form is never taken away: when the law changes it ends on a day, and a new one begins beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samling.kernel.categories import Category
from samling.kernel.regime import Domain
from samling.kernel.words import _

SINCE = date(2025, 7, 1)
SCHOOLS = (Domain.SCHOOL, Domain.PRIVATE_SCHOOL)
AT_SCHOOL, AT_PRESCHOOL = "school", "preschool"


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalForm:
    """In which form the law knows a support, which authorities give it so, and behind which wall it is kept."""

    code: str
    title: str
    paragraph: str
    says: str
    domains: tuple[Domain, ...]
    category: Category
    stage: str = ""  # only at a school, or only at a preschool; empty for both and for every other place
    from_on: date = SINCE
    to_on: date | None = None  # the first day it can no longer be chosen

    def stands(self, on: date) -> bool:
        """Whether it can be chosen on a day."""
        return self.from_on <= on and (self.to_on is None or on < self.to_on)

    def fits(self, domain: str, stage: str, on: date) -> bool:
        """Whether somebody at such a place gives support in this form."""
        return domain in self.domains and self.stage in ("", stage) and self.stands(on)


# fmt: off
FORMS = (
    LegalForm(code="school", title=_("The school's own support"), paragraph="Skollagen 3:2–5", domains=SCHOOLS,
              category=Category.SUPPORT, stage=AT_SCHOOL,
              says=_("Guidance, stimulation and extra adaptations. No decision is needed.")),
    LegalForm(code="special", title=_("Special support by the head's decision"), paragraph="Skollagen 3:7–9",
              domains=SCHOOLS, category=Category.SUPPORT, stage=AT_SCHOOL,
              says=_("The decision itself stands with special support, and in the school's own record.")),
    LegalForm(code="preschool", title=_("The preschool's support"), paragraph="Skollagen 8:2, 8:9", domains=SCHOOLS,
              category=Category.SUPPORT, stage=AT_PRESCHOOL, says=_("The head sees to it. No decision is needed by law.")),
    LegalForm(code="student_health", title=_("Student health"), paragraph="Skollagen 2:25", domains=SCHOOLS,
              category=Category.STUDENT_HEALTH,
              says=_("Preventing and promoting health: psychosocial, psychological and special education help.")),
    LegalForm(code="emi", title=_("Student health, the medical part"), paragraph="Skollagen 2:25, PDL 3:1",
              domains=(Domain.SCHOOL_MEDICAL,), category=Category.MEDICAL, says=_("The patient record is kept elsewhere.")),
    LegalForm(code="advice", title=_("Advice"), paragraph="SoL 14:4", domains=(Domain.SOCIAL,), category=Category.SOCIAL,
              says=_("For pure advice, personal circumstances need not be written down. Write as little as you can.")),
    LegalForm(code="open", title=_("Service without an assessment of need"), paragraph="SoL 11:5", domains=(Domain.SOCIAL,),
              category=Category.SOCIAL, says=_("Tell the family that they can apply for help after an assessment (SoL 11:6).")),
    LegalForm(code="assessed", title=_("Help by decision after an assessment"), paragraph="SoL 11:1", domains=(Domain.SOCIAL,),
              category=Category.SOCIAL, says=_("The decision and its record are kept in the committee's own system.")),
    LegalForm(code="advice_lss", title=_("Advice and personal support (LSS)"), paragraph="LSS 9:1",
              domains=(Domain.HEALTH,), category=Category.MEDICAL,
              says=_("A right for some people with disabilities, by the region's decision.")),
    LegalForm(code="care", title=_("Health care"), paragraph="HSL 8:1, PDL 3:1", domains=(Domain.HEALTH,),
              category=Category.MEDICAL, says=_("The patient record is kept elsewhere. Here stands only what was agreed.")),
)
# What the others around the child may know it as: neutral words, the same for every authority.
KINDS = {
    "school": _("Support at school"),
    "home": _("Support at home"),
    "talks": _("Talks"),
    "group": _("A group or a course"),
    "practical": _("Practical help"),
    "contact": _("A regular contact"),
}

# Support that is about no child in particular: to parents, and last to colleagues.
GENERAL = {
    "talk": _("Talk with a parent"),
    "group": _("Parents' group"),
    "course": _("Course for parents"),
    "open": _("Open house"),
    "consult": _("Consultation to colleagues"),
    "supervise": _("Supervision of colleagues"),
}


@dataclass(frozen=True, slots=True)
class HomePractice:
    """Something one can try at home with a family, in plain words: what it is and how it is done."""

    code: str
    title: str
    how: str
    from_on: date = SINCE
    to_on: date | None = None

    def stands(self, on: date) -> bool:
        """Whether it can be chosen on a day."""
        return self.from_on <= on and (self.to_on is None or on < self.to_on)


AT_HOME = (
    HomePractice("HOME-MORNING-PLAN", _("The morning in pictures"),
                 _("Draw the four steps of the morning together. The child moves the marker.")),
    HomePractice("HOME-EASY-BREAKFAST", _("An easy breakfast"),
                 _("Something that goes down without a fight: a drinking yoghurt in the car is a breakfast.")),
    HomePractice("HOME-EVENING-BEFORE", _("Prepare the evening before"),
                 _("Bag and clothes by the door. One thing less to quarrel about.")),
    HomePractice("HOME-BEDTIME", _("The same way to bed"),
                 _("The same three things in the same order each evening.")),
    HomePractice("HOME-SCREEN-END", _("An end to the screen that holds"),
                 _("Agree on the end before it begins, and tell ten minutes ahead.")),
    HomePractice("HOME-OWN-TIME", _("Ten minutes of one's own"),
                 _("The child chooses what to do, the adult follows. Every day, also on bad days.")),
    HomePractice("HOME-PRAISE", _("See what goes well"),
                 _("Say at once what was good. Five times for each time you tell off.")),
    HomePractice("HOME-FEW-WORDS", _("Few words, one at a time"),
                 _("Go close, say one thing, wait. Say it once more.")),
    HomePractice("HOME-CALM-DOWN", _("A way to calm down"),
                 _("Agree on a place and a sign while it is calm. Talk about it later.")),
    HomePractice("HOME-HOMEWORK-PLACE", _("A place and an end for homework"),
                 _("The same place, a set time, and then it is over whatever is left.")),
    HomePractice("HOME-ACTIVITY", _("Something to do in the afternoons"),
                 _("Help the first three times: who goes along, how one gets there, what it costs.")),
    HomePractice("HOME-RELIEF", _("Somebody who eases the load"),
                 _("Find one grown-up more who can fetch, cook or be there one evening a week.")),
)
# fmt: on

BY_CODE: dict[str, LegalForm] = {one.code: one for one in FORMS}
PRACTICES: dict[str, HomePractice] = {one.code: one for one in AT_HOME}


def forms_at(domain: str, stage: str, on: date, *, of: Iterable[LegalForm] = FORMS) -> list[LegalForm]:
    """The forms in which somebody at such a place gives support on a day."""
    return [one for one in of if one.fits(domain, stage, on)]


def practices(on: date) -> list[HomePractice]:
    """What can be chosen for the home on a day."""
    return [one for one in AT_HOME if one.stands(on)]
