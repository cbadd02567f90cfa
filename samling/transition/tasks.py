"""What comes round for children who move on: the word, in time, that one of them outgrows what is offered."""

from samling.kernel.words import _
from samling.work.kinds import House, scheduled


@scheduled("warn-of-span", _("Those who help a child that will outgrow what they offer are told"), at="05:35")
def warn_of_span(house: House) -> None:
    """A year ahead, or what is settled: once to whoever coordinates and once to whoever leads."""
    house("warn_of_span")
