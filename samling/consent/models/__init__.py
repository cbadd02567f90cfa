"""Consents, the answers of each giver, and the officer's exceptions."""

from samling.consent.reference import EXAMPLES, QUESTIONS, RIGHTS

from .asked import AnswerBody, Consent, ConsentAnswer, ConsentBody, ConsentException, ExceptionBody
from .standing import Asked, register
from .terms import Said, Terms

__all__ = [
    "EXAMPLES",
    "QUESTIONS",
    "RIGHTS",
    "AnswerBody",
    "Asked",
    "Consent",
    "ConsentAnswer",
    "ConsentBody",
    "ConsentException",
    "ExceptionBody",
    "Said",
    "Terms",
    "register",
]
