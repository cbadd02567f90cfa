"""What comes round for letters: sending what is due, and asking what became of it."""

from samling.kernel.words import _
from samling.work.kinds import House, scheduled

from .carriers import carriers
from .sending import Outbox, ask_about, send_due


@scheduled("letters-send", _("Messages to families leave the house"), every=10, apart=True)
def send(house: House) -> None:
    """Every ten seconds, so that what was held for thirty does not wait long."""
    send_due(Outbox(house.connection), carriers())


@scheduled("letters-ask", _("Providers are asked what became of text messages"), every=300, apart=True)
def ask(house: House) -> None:
    """Now and then, for those taken on and those that may have been sent."""
    ask_about(Outbox(house.connection), carriers())
