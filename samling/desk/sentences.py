"""How things are around a child just now, in one sentence."""

from typing import Any

from django.utils.translation import gettext

from samling.clocks.stage_rules import LEFT, Stage, Standing, is_again, is_told
from samling.kernel.words import _
from samling.people.models import Child
from samling.ui.words import day_in_words, listed

from .rules import Facts


def just_now(child: Child, found: Standing, facts: Facts, waits_for: list[str]) -> str:
    """How things are around a child, in one sentence."""
    told: dict[str, Any] = {"name": child.called or child.given_name}
    if facts.is_stopped:
        return gettext(STOPPED) % told
    if found.stage is Stage.TRYING and facts.follow_up_on:
        told["day"] = day_in_words(facts.follow_up_on, facts.today)
        late = facts.follow_up_on < facts.today
        return gettext(ASK_LATE if late else ASK_LATER) % told
    if facts.waits and waits_for:
        told["who"] = listed(waits_for)
        return gettext("The home has been asked. You are waiting for %(who)s.") % told
    return gettext(_sentence(found, facts)) % told


def _sentence(found: Standing, facts: Facts) -> str:
    if found.stage is Stage.CONCERN:
        taken = found.has("concern taken care of")
        return TAKEN if taken else NEW
    if found.stage is Stage.CLOSED and found.has(LEFT):
        return PART_OVER
    if found.stage is Stage.FOLLOWED and is_again(found):
        return AGAIN
    if found.stage is Stage.TOGETHER or facts.is_alone:
        again = found.has("matter opened again", after="party invited")
        return MET if facts.is_met else AGAIN if again else ALONE if facts.is_alone else INVITED
    if found.stage is Stage.CONSENT:
        if not facts.is_asked:
            return UNASKED
        if not is_told(found):
            return YES if facts.said_yes else NO
        return TOLD_TEAM if facts.meets_team else TOLD
    is_over = found.stage is Stage.SOLVED and not found.has("checklist followed up", after="concern noted")
    return OVER if is_over else SIMPLE[found.stage]


ASK_LATER = _("Something new is being tried for %(name)s. You ask how it went %(day)s.")
ASK_LATE = _("Something new is being tried for %(name)s. You were to ask how it went %(day)s.")
STOPPED = _("The home of %(name)s must not be contacted. Few know it: let nothing go home.")
NEW = _("Someone is worried about %(name)s. Nobody has taken care of it yet.")
TAKEN = _("Someone is worried about %(name)s, and it is taken care of.")
UNASKED = _("The school has tried what it can for %(name)s. Nobody has asked the home yet.")
YES = _("The home has said yes. Nothing has been told yet about %(name)s.")
NO = _("There is no yes that stands for %(name)s. You go on with what you can do yourselves.")
TOLD = _("What they said yes to has been told. Now others can be invited to help %(name)s.")
TOLD_TEAM = _("What they said yes to has been told. Now the head can ask the early support team to help %(name)s.")
INVITED = _("You have invited others to help %(name)s, and wait for their answer.")
OVER = _("The concern about %(name)s is closed.")
ALONE = _("Nobody from outside helps %(name)s now. You go on with what you can do yourselves, or close.")
AGAIN = _("The matter around %(name)s is open again. You go on from where you were.")
MET = _("Several are helping %(name)s together.")
PART_OVER = _("Your part in the help around %(name)s is over.")
SIMPLE = {
    Stage.QUIET: _("Nothing is going on around %(name)s just now."),
    Stage.CHECKLIST: _("You are filling in the checklist about %(name)s."),
    Stage.TRYING: _("Something new is being tried for %(name)s."),
    Stage.MAPPING: _("You are finding out how it is for %(name)s, at home and at school."),
    Stage.PLAN: _("There is a plan around %(name)s, and what was promised is under way."),
    Stage.FOLLOWED: _("You have looked at whether the plan around %(name)s helps, and go on."),
    Stage.STEP_DOWN: _("Less is done around %(name)s, step by step. You look if it holds."),
    Stage.CLOSED: _("You have closed around %(name)s. Those who stay are on the bridge."),
    Stage.SOLVED: _("It is better for %(name)s. You solved it together."),
}
