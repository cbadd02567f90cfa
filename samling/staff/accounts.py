"""The account of one person on the staff: invited by letter, shut at once, opened again."""

import datetime as dt

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext

from samling.access import looks
from samling.kernel.answer import Answer, insist
from samling.people import invitations
from samling.people.accounts import Account
from samling.people.models import Capacity, Person, Unit

from . import rules
from .employed import Office, not_over
from .forms import AccountForm


class Holder:
    """One person and the account there is, as one who answers for the staff sees them."""

    def __init__(self, office: Office, person: Person):
        self.office, self.person = office, person

    @cached_property
    def account(self) -> Account | None:
        """The account there is."""
        return Account.objects.filter(person_id=self.person.pk).first()

    @property
    def email(self) -> str:
        """Its address, or an empty text."""
        return self.account.email if self.account else ""

    @cached_property
    def _units(self) -> list[Unit]:
        """Where the person works; for one who has left, where she worked."""
        rows = Capacity.objects.filter(person=self.person, unit__isnull=False).select_related("unit__branch")
        standing = rows.filter(not_over(self.office.at))
        return [row.unit for row in standing or rows if row.unit]

    @property
    def _answered(self) -> dict[str, bool]:
        return {
            "gives_everywhere": all(self.office.may_give(unit) for unit in self._units),
            "herself": self.person.pk == self.office.by.person_id,
        }

    @property
    def may_invite(self) -> Answer:
        """May the person be invited, and why."""
        works = Capacity.objects.filter(person=self.person, unit__isnull=False).filter(not_over(self.office.at))
        return rules.may_invite(has_place=works.exists(), **self._answered)

    @property
    def may_close(self) -> Answer:
        """May the account be shut or opened again, and why."""
        return rules.may_close(has_place=bool(self._units), **self._answered)

    def invite(self, form: AccountForm, request: HttpRequest) -> str:
        """The letter, to the account there is or to a new one. Empty, and said in the form, when it is another's."""
        insist(self.may_invite)
        if self.account:
            invitations.send_letter(request, self.account)
            return self.account.email
        email: str = form.cleaned_data["email"]
        if Account.objects.filter(email=email).exists():
            form.add_error("email", gettext("Somebody else has that address. Choose the person's own."))
            return ""
        invitations.invite(request, email=email, person_id=self.person.pk)
        looks.record("review", "invite to an account", [self.person.pk])
        return email

    def close(self, at: dt.datetime) -> None:
        """Shut the account and every session it has. Raises Refused."""
        insist(self.may_close)
        if self.account and self.account.is_active:
            self.account.disable(at=at)
            looks.record("review", "shut an account", [self.person.pk])

    def open(self) -> None:
        """Let it sign in again. Raises Refused."""
        insist(self.may_close)
        if self.account and not self.account.is_active:
            self.account.enable()
            looks.record("review", "open an account again", [self.person.pk])
