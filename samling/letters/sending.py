"""Sends what is due: claims one message at a time, hands it to its carrier and writes down what became of it.

Everything is asked of the database as the worker, statement by statement, so that whatever kills this process
leaves a try that tells how far it came (docs/decisions/0041-letters.md).
"""

import logging
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from .carriers import Carried, Carrier, Parcel

log = logging.getLogger(__name__)
MOST = 100  # in one go, so that other work gets its turn
PATIENCE = 3  # tries in vain after one another: the provider is away, and the rest waits for the next round


class NotOurs(RuntimeError):
    """Another process has taken the try over: it must not be made here too."""


class Outbox:
    """The guard's functions for the worker, over its own connection, which must commit each statement."""

    def __init__(self, connection: Any):
        self.connection = connection

    def claim(self, channels: list[str]) -> Parcel | None:
        """The next message, claimed; None when nothing is due or it is night."""
        row = self._rows("claim_message(%s)", channels)
        return Parcel(*row[0]) if row else None

    def hand(self, attempt: UUID) -> None:
        """Write down that it goes now; raises NotOurs."""
        if not self._rows("hand_message(%s)", attempt)[0][0]:
            raise NotOurs

    def end(self, attempt: UUID, carried: Carried) -> None:
        """Write down what became of a try."""
        self._rows("end_message(%s, %s, %s)", attempt, *carried)

    def to_ask(self) -> list[tuple[UUID, UUID, str]]:
        """Tries of which the provider may know more: attempt, message, the provider's id."""
        return self._rows("messages_to_ask()")

    def _rows(self, call: str, *arguments: Any) -> list[Any]:
        with self.connection.cursor() as cursor:
            cursor.execute(f"select * from guard.{call}", arguments)
            rows: list[Any] = cursor.fetchall()
            return rows


def send_due(outbox: Outbox, carriers: Mapping[str, Carrier], most: int = MOST) -> int:
    """Send what is due now, by the database's clock; how many tries were made."""
    vain = 0
    for made in range(most):
        parcel = outbox.claim(list(carriers)) if vain < PATIENCE else None
        if parcel is None:
            return made
        try:
            carried = carried_by(carriers[parcel.channel], parcel, outbox)
            outbox.end(parcel.attempt, carried)
            vain = vain + 1 if carried.outcome == "again" else 0
        except NotOurs:
            log.warning("A message was taken over by another process.")
    return most


def carried_by(carrier: Carrier, parcel: Parcel, outbox: Outbox) -> Carried:
    """What became of one try; a carrier that breaks is named by the kind of its fault, never by its words."""
    handed: list[bool] = []

    def handing() -> None:
        outbox.hand(parcel.attempt)
        handed.append(True)

    try:
        return carrier.carry(parcel, handing)
    except NotOurs:
        raise
    except Exception as fault:
        log.error("A message could not be carried by %s: %s", parcel.channel, type(fault).__name__)
        return Carried("maybe" if handed else "again")


def ask_about(outbox: Outbox, carriers: Mapping[str, Carrier]) -> None:
    """Ask the providers what became of text messages that they took on, or that may have been sent."""
    for attempt, message, provider_id in outbox.to_ask():
        try:
            carried = carriers["sms"].ask(message, provider_id) if "sms" in carriers else None
        except Exception as fault:
            log.error("A provider could not be asked: %s", type(fault).__name__)
            continue
        if carried:
            outbox.end(attempt, carried)
