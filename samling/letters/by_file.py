"""Text messages of a demo: written to a file, or shown where it was started. Nothing leaves the machine."""

import sys
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from django.conf import settings

from . import catalogue
from .carriers import Carried, Parcel


def words_of(parcel: Parcel) -> tuple[str, str]:
    """The text of a text message, and its sender's name."""
    words = catalogue.notice(
        parcel.template,
        language=parcel.language,
        organisation=parcel.organisation,
        is_municipality=parcel.is_municipality,
        number=parcel.number,
    )
    return words.text, settings.SMS_SENDER or catalogue.sms_sender(words.sender)


class ByFile:
    """Appends each text message as a line to settings.SMS_FILE, or prints it."""

    def carry(self, parcel: Parcel, handing: Callable[[], None]) -> Carried:
        """One line: to whom, from whom, what."""
        text, sender = words_of(parcel)
        line = f"sms {parcel.address} <- {sender}: {text}\n"
        handing()
        if settings.SMS_FILE:
            with Path(settings.SMS_FILE).open("a", encoding="utf-8") as file:
                file.write(line)
        else:
            sys.stdout.write(line)
            sys.stdout.flush()
        return Carried("sent", str(parcel.message))

    def ask(self, message: UUID, provider_id: str) -> Carried | None:
        """A file knows nothing more."""
        return None
