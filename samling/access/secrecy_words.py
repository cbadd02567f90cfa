"""The reasons that the secrecy rules give, in plain words. Swedish stands in locale/sv."""

from samling.kernel.regime import Regime
from samling.kernel.words import _

REPORT_AT_ONCE = _(
    "You must report at once when you know or suspect that a child is harmed. "
    "Nothing in the secrecy rules stops it. Samling does not send it: you do."
)
ANSWER_INQUIRY = _(
    "The social services have an open inquiry about the child and ask you. "
    "You must then tell them everything that matters to it."
)
OTHER_LAW = _(
    "This is not a road for support. The rules of 2025 about crime, wrong payments and cheating are for "
    "other cases. Your lawyer handles them outside the child's matter."
)
REPORT_IS_NO_READER = _("Nobody tells into the report compartment. The one who reports keeps the note.")
REPORT_STAYS = _("What belongs to a concern report stays with the one who reported. It is strongly secret.")
PROTECTED_FAMILY = _(
    "The contact details are protected. The threat may come from someone close. Tell nobody in the family."
)
PROTECTED_ASK = _("The contact details are protected. Ask the protected person before you tell anyone.")
OTHER_PERSON = _("This is about another person. The child's consent does not cover it: ask that person.")
INFORMANT_ASK = _("This shows who spoke to the social services. Ask that person first.")
INFORMANT_AT_RISK = _("The one who spoke could come to serious harm. The name is secret.")
INFORMANT_OPEN = _(
    "The name is secret only when there is a risk of violence or other serious harm. "
    "The one it concerns may know."
)
DECISION_OPEN = _("The decision itself is not secret. What lies behind it can be.")
CONSENT_STANDS = _("Those it takes have said yes to exactly this. Tell what the yes covers and no more.")
NO_CONTACT = _("There is a decision not to contact the home. Talk with the one who decided it.")
SIGNIFICANT_HARM = _(
    "The child would come to significant harm if the guardian learned this. "
    "It is then secret for the guardian too."
)
CHILD_DECIDES = _("The child is mature enough to decide this alone. Ask the child.")
GUARDIAN_READS = _("A guardian may know what it takes to care for the child.")
CHILD_READS = _("It is about the child, and secrecy does not hold toward the child.")
CHILD_IS_PARTY = _("From 15 the child is a party in the case and may read it.")
CHILD_MATURE = _("The child is mature enough. Choose words that fit.")
CHILD_NOT_READY = _(
    "Wait with this part until the child can take it in. "
    "The child must still be told what happens, in words that fit."
)
NEED_TO_KNOW = _("You are on the same side and your colleague needs it in the work with the child.")
NOT_NEEDED = _("Your colleague does not need it in the work with the child. Then it stays with you.")
CARE_TELLS = _(
    "The child is under 18 and it is needed for necessary care or support. "
    "Health care may then tell other care and the social services."
)
NURSE_TELLS = _(
    "It is required for the pupil to get necessary support. The school nurse and doctor may then tell "
    "the school's support staff, but not the whole school."
)
SOCIAL_TELLS = _(
    "The child is under 18 and it is needed for necessary care or support. "
    "The social services may then tell health care and other social services, but not school."
)
TO_NURSE = _(
    "The school's nurse and doctor need it for the pupil and keep it under stronger secrecy than you do."
)
NO_HARM_WEAK = _("You have weighed it, and nothing points to harm for the child or anyone close.")
NO_HARM_STRONG = _("You have weighed it, and it is clear that neither the child nor anyone close is harmed.")
OUTWEIGHS = _(
    "It is obvious that the other authority's need weighs more than the secrecy. "
    "This is for single, clear cases and never a routine."
)
REFUSED = _("Those concerned have said no, and no other rule opens. The no stands.")
ASK_PRIVATE = _("An independent school has a duty of silence. Ask for consent first.")
ASK = _("Ask for consent first.")

ASK_BY_SOURCE: dict[str, str] = {
    Regime.SOCIAL: _(
        "Social services can almost never tell without consent. Ask first, or let the family tell."
    ),
    Regime.HEALTH: _(
        "Health care can almost never tell school without consent. Ask first, or let the family tell."
    ),
    Regime.SCHOOL_MEDICAL: _(
        "The school nurse and doctor are under the secrecy of health care. Ask for consent first."
    ),
    Regime.PRESCHOOL: _("Preschool has strong secrecy. Ask for consent first."),
    Regime.SCHOOL_HEALTH: _("Student health has strong secrecy. Ask for consent first."),
}
