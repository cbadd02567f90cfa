"""Who may search the log, and who reads the assessment. The guard insists on the same."""

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.words import _

OFFICER, DPO, RUNS, ARCHIVE = "secrecy_officer", "dpo", "sysadmin", "records_officer"


def may_search(*, role: str, leads: bool) -> Answer:
    """Those who answer for who looked."""
    if role == OFFICER:
        return allow(_("You search the whole organisation. The search is written down with its reason."))
    if role == DPO:
        return allow(_("You see when, where and on what errand, without names and children. The search is written down."))
    if leads:
        return allow(_("You search your own unit. The search is written down with its reason."))
    return refuse("Your role may not search the log.")


def may_assess(*, role: str, leads: bool) -> Answer:
    """The assessment names no child: those who run, lead or review read it."""
    if role in (OFFICER, DPO, RUNS, ARCHIVE) or leads:
        return allow(_("The assessment holds no child."))
    return refuse(_("The settings are for those who lead or run the organisation."))
