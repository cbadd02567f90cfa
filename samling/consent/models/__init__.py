"""Consents, their answers and exceptions, and the decision not to contact the home."""

from .asked import Consent, ConsentAnswer, ConsentBody, ConsentException, ExceptionBody
from .no_contact import NoContact, NoContactBody

__all__ = [
    "Consent",
    "ConsentAnswer",
    "ConsentBody",
    "ConsentException",
    "ExceptionBody",
    "NoContact",
    "NoContactBody",
]
