"""What each kind of notice says on *I dag*, which list it stands in and where it leads."""

from typing import NamedTuple

from samling.journey.rules import ANSWERED, ASKS, ASKS_AROUND
from samling.kernel.words import _
from samling.work.left import SAYS


class Kind(NamedTuple):
    """One kind: its sentence, the word on its button, the route, and what fills the route's address.

    `fills` is "record", "subject" or empty for a route that needs nothing. `awaited` is what the one who
    sent it waits for, and `awaited_at` where that one follows it; empty where nobody waits. `nameless` stands
    also where one does not read about the child.
    """

    says: str
    action: str
    route: str
    fills: str = "record"
    awaited: str = ""
    awaited_at: str = ""
    many: str = ""  # for several on one line, with %(number)s
    nameless: bool = False


READ, BEGIN, ANSWER = _("Read"), _("Begin"), _("Answer")

KINDS: dict[str, Kind] = {
    "concern answered": Kind(
        _("You have an answer to what you told"),
        READ,
        "concern:mine",
        "",
        many=_("You have %(number)s answers to what you told"),
    ),
    "report feedback": Kind(_("You can ask what became of your report"), READ, "concern:reports", ""),
    "checklist-follow-up": Kind(_("Ask how it went: the time has come"), BEGIN, "checklist:follow-up"),
    "checklist-trial": Kind(_("See if what you began to try helps"), READ, "checklist:show"),
    "adaptation-evaluate": Kind(_("Ask if what you try helps"), BEGIN, "adaptations:evaluate"),
    "support-inquiry": Kind(_("See how far the inquiry about support has come"), READ, "adaptations:support"),
    "support-evaluate": Kind(_("Time to evaluate the support"), BEGIN, "adaptations:support-again"),
    "help-evaluate": Kind(_("Ask how the support you give is going"), BEGIN, "support:evaluate"),
    "inquiry-answer": Kind(_("The social services wait for an answer to an inquiry"), READ, "support:contributions", ""),
    "consent_answered": Kind(_("Someone has answered about yes and no"), READ, "consent:show"),
    "consent_taken_back": Kind(_("A yes has been taken back"), READ, "consent:show"),
    "consent_ended": Kind(_("A question about yes and no has ended"), READ, "consent:show"),
    "exception_wanted": Kind(
        _("A decision of yours is wanted about yes and no"), ANSWER, "consent:exception",
        awaited=_("A decision about yes and no"), awaited_at="consent:show"
    ),
    "exception_decided": Kind(_("A decision has been made about yes and no"), READ, "consent:show"),
    "exception_ended": Kind(_("A decision about yes and no has ended"), READ, "consent:show"),
    "party_accepted": Kind(_("They have said yes to your invitation"), READ, "journey:invite", "subject"),
    "party_declined": Kind(_("They have said no to your invitation"), READ, "journey:invite", "subject"),
    "party_ended": Kind(_("Someone no longer takes part"), READ, "journey:invite", "subject"),
    "extract_prepare": Kind(_("An extract waits for you"), BEGIN, "extracts:show", nameless=True),
    "break_glass": Kind(_("A child has been opened in an emergency: was it needed?"), ANSWER, "breakglass:show", nameless=True),
    "taken_over": Kind(_("You have taken over what a colleague held"), READ, "staff:taken-over"),
    "absence-inquiry": Kind(_("The absence is to be looked into by now"), READ, "attendance:inquiry"),
    "attendance-file": Kind(_("A file of attendance has been read or applied"), READ, "intake:file"),
    "absence-report": Kind(_("Report the absence inquiry to the owner of the school"), READ, "attendance:inquiry"),
    "consultation waits": Kind(_("A question without a name waits for an answer"), ANSWER, "consultation:show"),
    "team-decision": Kind(_("Hold what the meeting decided"), READ, "agenda:decision"),
    "team-tell": Kind(_("Tell the home what the meeting decided"), READ, "agenda:decision"),
    "forum-decision": Kind(_("Hold what the consultation team decided"), READ, "forum:decision"),
    "forum-tell": Kind(_("Tell the home what the consultation team decided"), READ, "forum:decision"),
    "forum-reviewed": Kind(_("Read what became of a decision of the consultation team"), READ, "forum:decision"),
    "psychiatry-answer": Kind(_("Child psychiatry has not answered: ring and ask"), READ, "forum:health-referral"),
    "referral_answered": Kind(_("The team has answered your question"), READ, "referral:show"),
    "how_is_it_going": Kind(_("Your head asks how it is going. A line is enough."), ANSWER, "journey:new-note", "subject"),
    ASKS: Kind(_("A colleague asks how it is going. One tap is enough."), ANSWER, "promises:promise",
               awaited=_("A word on how it is going"), awaited_at="promises:promise"),
    ASKS_AROUND: Kind(_("A colleague asks how it is going around the child. A line is enough."), ANSWER, "journey:new-note", "subject",
                      awaited=_("A word on how it is going"), awaited_at="promises:plan"),
    ANSWERED: Kind(_("You asked how it was going, and have an answer"), READ, "promises:promise"),
    "task_failed": Kind(_("Something that was asked for could not be done"), READ, "work:task"),
    "overdue": Kind(
        _("Something at your unit has been left undone"),
        READ,
        "work:overdue",
        "",
        many=_("%(number)s things at your unit have been left undone"),
    ),
    "spot_checks": Kind(_("Looks to review"), BEGIN, "work:reviews", ""),
    "look_asked": Kind(_("Someone asks why you opened a child"), ANSWER, "work:review"),
    "look_explained": Kind(_("You have an answer about a look you review"), READ, "work:review"),
    "look_wrong": Kind(_("A look was not as it should be"), READ, "work:reviews", ""),
    "harvest_alarm": Kind(_("Someone has opened very many children"), ANSWER, "work:alarm"),
    "capacity_ends": Kind(_("One of your roles ends soon: hand over in time"), READ, "relay:handovers", ""),
    "handover_offered": Kind(_("You are asked to take over a child"), ANSWER, "relay:handover",
                             awaited=_("An answer about taking over"), awaited_at="relay:handover"),
    "handover_wants": Kind(_("A colleague is to take over a child, and does not work with the child yet"), ANSWER, "relay:handover"),
    "handover_accepted": Kind(_("The child has been taken over"), READ, "relay:handover"),
    "handover_declined": Kind(_("They have said no to taking over: the child is still with you"), READ, "relay:handover"),
    "package_coming": Kind(_("A pupil is handed over to your school"), ANSWER, "transition:answer"),
    "package_accepted": Kind(_("The new school has received what you handed over"), READ, "transition:show"),
    "package_declined": Kind(_("The new school has said no to what you handed over"), READ, "transition:show"),
    "school_changed": Kind(_("Another school takes part around the child now"), READ, "journey:invite", "subject"),
    "outgrows": Kind(_("A child will outgrow what you offer: prepare what goes along in good time"), BEGIN, "transition:child", "subject"),
    "turns_15": Kind(_("Soon 15: can be asked alone, and is a party at social services"), READ, "family:child-people", "subject"),
    "turns_18": Kind(_("Soon 18: then only the young person's own yes counts, ask in good time"), READ, "family:child-people", "subject"),
    "siblings_joined": Kind(_("A brother's or sister's table is joined with the child's"), READ, "siblings:joined"),
    "siblings_over": Kind(_("A child is no longer joined with a sibling"), READ, "siblings:joined"),
    "coordinator_changed": Kind(_("Someone else coordinates around the child"), READ, "circle:circle", "subject"),
    "deputy_named": Kind(_("You are deputy for the one who coordinates"), READ, "circle:circle", "subject"),
    "assignment_ends": Kind(_("Your work with the child ends soon, by its date"), READ, "desk:child", "subject"),
    "membership_ends": Kind(_("Your place in a joint team ends soon"), "", "", ""),
    "consent_ends": Kind(_("A yes runs out soon"), READ, "consent:show"),
    "consent_lapsed": Kind(_("A yes no longer holds"), READ, "consent:show"),
    "wrong_child_head": Kind(_("Something was noted on the wrong child and is closed"), READ, "desk:child", "subject"),
    "wrong_child_seen": Kind(_("Something you may have read was on the wrong child and is closed"), READ, "desk:child", "subject"),
    "contact_afterwards": Kind(_("You are asked to be there for a family afterwards"), ANSWER, "closing:closing",
                               awaited=_("An answer about being there afterwards"), awaited_at="closing:closing"),
    "contact_afterwards_yes": Kind(_("The one you asked will be there afterwards"), READ, "closing:closing"),
    "contact_afterwards_no": Kind(_("The one you asked cannot be there afterwards: ask another"), READ, "closing:closing"),
    "letter_draft": Kind(_("A letter to send"), READ, "letters:show", awaited=_("A letter home")),
    "wrong_child_writer": Kind(_("What you wrote was on the wrong child and is closed"), BEGIN, "misplaced:which"),
    "letter_call": Kind(_("Ring home about a letter"), READ, "letters:show"),
    "letter_post": Kind(_("A letter to print and post"), READ, "letters:show"),
    "letter_maybe": Kind(_("A message to a home may not have gone"), READ, "letters:show"),
    "letter_no_address": Kind(_("A letter has nowhere to go"), READ, "letters:show"),
    "letter_failed": Kind(_("A message did not get to a home"), READ, "letters:show"),
    "letter_stopped": Kind(
        _("Someone has written to a home that must not be reached"), READ, "letters:child", "subject"
    ),
}
UNKNOWN = Kind(_("Something new about the child"), READ, "desk:child", "subject")
EMPTY = Kind(_("Something new for you"), "", "", "")
SAYS.append(lambda kind: KINDS[kind].says if kind in KINDS else "")
