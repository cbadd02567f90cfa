"""E-mail through Django's mailers. The same message has the same Message-ID at every try."""

import smtplib
from collections.abc import Callable
from email.utils import formataddr, parseaddr
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, mailers

from . import catalogue
from .carriers import Carried, Parcel

FOR_GOOD = range(500, 600)  # replies of a server that will not change its mind


class ByMail:
    """Sends by the mailer named `default`: SMTP, a file or the console."""

    def carry(self, parcel: Parcel, handing: Callable[[], None]) -> Carried:
        """One letter over one connection; what the server has said no to for certain is told apart."""
        backend = mailers["default"]
        handed: list[bool] = []

        def hand() -> None:
            handing()
            handed.append(True)

        try:
            backend.open()
            _just_before_data(backend, hand)
            backend.send_messages([_letter(parcel)])
        except smtplib.SMTPRecipientsRefused as error:
            return Carried(_by_code(next(iter(error.recipients.values()))[0]))
        except smtplib.SMTPDataError as error:
            return Carried(_by_code(error.smtp_code))
        except (OSError, smtplib.SMTPException):  # the house's own faults too, such as a password that has changed
            return Carried("maybe" if handed else "again")
        finally:
            _close(backend)
        return Carried("sent")

    def ask(self, message: UUID, provider_id: str) -> Carried | None:
        """A mail server is not asked: it does not know."""
        return None


def _letter(parcel: Parcel) -> EmailMessage:
    words = catalogue.notice(
        parcel.template,
        language=parcel.language,
        organisation=parcel.organisation,
        is_municipality=parcel.is_municipality,
        number=parcel.number,
    )
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    host = address.rpartition("@")[2] or "localhost"
    return EmailMessage(
        words.subject,
        f"{words.text}\n",
        formataddr((words.sender or name, address)),
        [parcel.address],
        headers={"Message-ID": f"<{parcel.message}@{host}>", "Auto-Submitted": "auto-generated"},
    )


def _by_code(code: int) -> Any:
    return "refused" if code in FOR_GOOD else "again"


def _just_before_data(backend: Any, hand: Callable[[], None]) -> None:
    """Until the server has taken sender and recipient nothing is sent; what has no such moment is handed at once."""
    connection = getattr(backend, "connection", None)
    if connection is None:
        hand()
        return
    data = connection.data

    def told(message: Any) -> Any:
        hand()
        return data(message)

    connection.data = told


def _close(backend: Any) -> None:
    try:
        backend.close()
    except (OSError, smtplib.SMTPException):
        return  # it has been said already what became of the letter
