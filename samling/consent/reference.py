"""What a family is told before it answers: the question in plain words, examples of what is told or not.

Versioned: an answer keeps the version of the text that was read. A changed sentence means a new version.
"""

from typing import NamedTuple

from samling.kernel.categories import Category
from samling.kernel.words import _


class Example(NamedTuple):
    """One kind of information in plain words: what is told on a yes, and what is not told even then."""

    told: str
    untold: str


EXAMPLES: dict[Category, Example] = {
    Category.IDENTITY: Example(
        _("What the child is called, how old it is and which class it is in."), _("Not the personal number.")
    ),
    Category.CONTACT: Example(
        _("How to reach you, and who else lives with the child."), _("Not a secret address or number.")
    ),
    Category.CONCERN: Example(
        _("That someone was worried, and what they saw."),
        _("Not who was worried, if that person does not want it."),
    ),
    Category.ATTENDANCE: Example(_("How often the child is in school."), _("Not why you were ill or away.")),
    Category.LEARNING: Example(
        _("What goes well in class, and what is hard."), _("Not marks and tests one by one.")
    ),
    Category.ADAPTATIONS: Example(
        _("What we have changed in school, and if it helped."), _("Not what we did for other children.")
    ),
    Category.SUPPORT: Example(
        _("Which extra help the school has decided on."), _("Not all the papers behind it.")
    ),
    Category.STUDENT_HEALTH: Example(
        _("What the counsellor and others at school have seen."), _("Not what was said in a private talk.")
    ),
    Category.RELATIONS: Example(
        _("How it goes with friends and grown-ups at school."), _("Not the names of other children.")
    ),
    Category.LEISURE: Example(
        _("How it is after school, in the after-school club."), _("Not who fetches and when.")
    ),
    Category.PRESCHOOL: Example(
        _("How the child plays, eats and rests in preschool."), _("Not each day in detail.")
    ),
    Category.MEDICAL: Example(
        _("The health facts that matter for the help."), _("Not the rest of the medical record.")
    ),
    Category.SOCIAL: Example(_("Which help you get from social services now."), _("Not older matters.")),
    Category.HOME: Example(
        _("What you have told us about life at home."), _("Not about money, health or family quarrels.")
    ),
    Category.VOICE: Example(
        _("What the child has said and wants to be passed on."), _("Not what the child wants to keep.")
    ),
}

# What the family hears first. Slots: from, to and child.
QUESTIONS: dict[str, str] = {
    "secrecy_waiver": _("We at %(from)s want to tell %(to)s how things are for %(child)s."),
    "sip": _("We at %(from)s want to make one plan for %(child)s, together with %(to)s and you."),
    "participation": _("We at %(from)s want to help you and %(child)s. You choose if you want it."),
    "contact_later": _("We at %(from)s want to call you later. Then we ask how it went for %(child)s."),
    "adult_presence": _("We at %(from)s want one more grown-up to be there when we talk about %(child)s."),
    "siblings": _(
        "We at %(from)s want to meet about %(child)s and a brother or sister at once. It needs a yes from that child's "
        "parents too. Then those around both children get to know that both have help."
    ),
    "gdpr_consent": _("We at %(from)s want to use a picture or a recording of %(child)s."),
}

# What every family hears after it.
RIGHTS = (
    _("You choose. You can say yes, yes to a part, or no."),
    _("You can take your yes back when you want. You need not say why."),
    _("If you say no, %(child)s still gets help here."),
)
