"""Who decides that the home is not to be reached."""

from samling.kernel.answer import Answer, allow, refuse


def may_stop_contact(*, may_know: bool) -> Answer:
    """Those whose role carries the category may: leaders, student health, health care, social work."""
    if not may_know:
        return refuse("Your role does not decide about this.")
    return allow("The decision counts from this moment and stays inside its compartment.")
