"""What carries a message out of the house: one small interface, and the carriers that an installation has set up."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

# again: certainly not sent, may be tried later. refused: certainly not, and never will be. maybe: nobody knows.
# accepted: the provider took it and knows more later. sent: it has left the provider. delivered: it came there.
Outcome = Literal["again", "refused", "maybe", "accepted", "sent", "delivered"]


@dataclass(frozen=True, slots=True)
class Parcel:
    """One try to send one message. Shown without its address: it may stand in no log and no error."""

    attempt: UUID
    message: UUID
    channel: str
    address: str = field(repr=False)
    template: str
    language: str
    organisation: str
    is_municipality: bool
    number: str = field(repr=False)


class Carried(NamedTuple):
    """What became of a try, and what the provider calls it."""

    outcome: Outcome
    provider_id: str = ""


class Carrier(Protocol):
    """Sends parcels of one channel."""

    def carry(self, parcel: Parcel, handing: Callable[[], None]) -> Carried:
        """Send it. Calls `handing` at the last moment when nothing has been sent for certain.

        What is raised before that is tried again; what is raised after it may have been sent.
        """

    def ask(self, message: UUID, provider_id: str) -> Carried | None:
        """What the provider says became of a message; None when it does not say."""


def carriers() -> dict[str, Carrier]:
    """The carriers of this installation by channel: settings.CARRIERS names them."""
    return {channel: import_string(path)() for channel, path in settings.CARRIERS.items() if path}


def channels() -> list[str]:
    """The channels that this installation has."""
    return [channel for channel, path in settings.CARRIERS.items() if path]
