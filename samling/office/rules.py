"""Who may see and change what a municipality settles. The guard insists on the same."""

from samling.kernel.answer import Answer, allow, refuse
from samling.kernel.settable import OF_THE_OFFICER, Area, Known
from samling.kernel.words import _

RUNS, OFFICER, DPO, ARCHIVE = "sysadmin", "secrecy_officer", "dpo", "records_officer"


def may_see(*, role: str, leads: bool) -> Answer:
    """Those who run, lead, decide about secrecy, review or keep the archive see what is settled."""
    if role in (RUNS, OFFICER, DPO, ARCHIVE) or leads:
        return allow(_("What is settled holds for everyone. You may see all of it."))
    return refuse(_("The settings are for those who lead or run the organisation."))


def may_settle(*, role: str, area: Area | None) -> Answer:
    """The system administrator enters what is decided; a secrecy officer ages, consent, retention and the watch over the log."""
    if role == RUNS or (role == OFFICER and area in OF_THE_OFFICER):
        return allow(_("You enter what the organisation has decided."))
    return refuse("Your role may not change this setting.")


def may_change(known: Known, *, role: str) -> Answer:
    """What the law fixes is shown and never changed."""
    if known.is_fixed:
        return refuse(_("The law, or what Samling knows, leaves no choice here."))
    return may_settle(role=role, area=known.area)


def may_hold(*, role: str) -> Answer:
    """The records officer alone: whoever runs the system shall not be able to lift a hold."""
    if role == ARCHIVE:
        return allow(_("You set and end holds, each with its reason."))
    return refuse("Only the records officer sets and ends a hold.")


def few(number: int | None) -> str:
    """A count that tells of no single child: the guard says -1 for one to four."""
    return "" if number is None else "<5" if number < 0 else str(number)
