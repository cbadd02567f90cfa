"""Accounts are made for people who are already here, and opened by a letter to them alone."""

from allauth.account.adapter import get_adapter
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str

from samling.people.accounts import Account


def invite(request, *, email, person_id):
    """Make an account for a person and send the letter in which she chooses her password."""
    account = Account.objects.create_user(email, person_id=person_id)
    send_letter(request, account)
    return account


def send_letter(request, account):
    """The letter again: the link in it works once, and for an hour."""
    adapter = get_adapter(request)
    key = f"{user_pk_to_url_str(account)}-{default_token_generator.make_token(account)}"
    link = adapter.get_reset_password_from_key_url(key)
    adapter.send_mail("account/email/invited", account.email, {"link": link})
