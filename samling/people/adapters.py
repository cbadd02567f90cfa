"""How the sign-in library behaves in this house: nobody signs up, and a second factor always counts."""

import logging
import time

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.account.internal.stagekit import clear_login
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.stages import AuthenticateStage
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.http import HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samling.people import oidc
from samling.people.accounts import Account, Session
from samling.people.continuing import (
    forget_who_was_here,
    is_local,
    someone_else_was_here,
    the_same_was_here,
)
from samling.people.device import device
from samling.people.factors import seal, second_factors, unseal
from samling.people.sessions import end, key_digest
from samling.people.throttle import TableCache

logger = logging.getLogger(__name__)

RECENTLY = 5 * 60  # seconds in which a sign-in is itself proof enough for changing one's factors


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by invitation only; the answers to a stranger are the same for all addresses."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("The e-mail address and the password do not go together. Try again."),
        "incorrect_password": _("That is not your password. Try again."),
        "incorrect_code": _("The code did not match. Wait for the next code and try again."),
        "too_many_login_attempts": _("There have been too many tries. Wait five minutes and try again."),
        "rate_limited": _("There have been too many tries. Wait five minutes and try again."),
    }

    def is_open_for_signup(self, request):
        return False

    def is_safe_url(self, url):
        """Only pages of our own: a path, never another address (not even of a trusted host)."""
        return is_local(url)

    def get_login_stages(self):
        return ["samling.people.adapters.SecondFactorStage"]

    def pre_login(self, request, user, **kwargs):
        """An account that has been shut, or belongs to no person, goes no further."""
        if user.person_id is None:
            clear_login(request)
            return self.respond_user_inactive(request, user)
        return super().pre_login(request, user, **kwargs)

    def login(self, request, user):
        """Sign in, with a few words by which the person will know this browser again."""
        request.session.device = device(request)
        TableCache.forget_old()
        super().login(request, user)

    def post_login(self, request, user, **kwargs):
        """Go on where one was; another person than the one who was here begins on a clean page."""
        response = super().post_login(request, user, **kwargs)
        if someone_else_was_here(request, user):
            response = HttpResponseRedirect(resolve_url(settings.LOGIN_REDIRECT_URL))
        elif the_same_was_here(request, user):
            request.session.go_on()
        return forget_who_was_here(response)

    def set_password(self, user, password):
        """A new password ends every other session of the account at once (ASVS 7.4.3)."""
        super().set_password(user, password)
        key = self.request.session.session_key or ""
        end(Session.objects.filter(account=user).exclude(key_hash=key_digest(key)))

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        """One neutral letter about any changed way of signing in; a mail server that is down stops no one."""
        try:
            self.send_mail("account/email/changed", user.email, {"at": timezone.localtime()})
        except OSError:
            logger.exception("A letter about a changed sign-in could not be sent.")

    def is_reauthentication_required(self, *, app, **kwargs):
        """A sign-in of the last five minutes is proof enough; otherwise ask again."""
        records = get_authentication_records(self.request, self.request.user)
        newest = max((record["at"] for record in records), default=0)
        return time.time() - newest > RECENTLY


class SecondFactorStage(AuthenticateStage):
    """Ask for the second factor, unless the organisation's own provider has vouched for one."""

    def _should_handle(self, request):
        sociallogin = (self.login.signal_kwargs or {}).get("sociallogin")
        if sociallogin and oidc.is_strong(sociallogin, settings.OIDC_STRONG):
            record_authentication(request, self.login.user, "mfa", type="provider")
            return False
        return super()._should_handle(request)


class SocialAdapter(DefaultSocialAccountAdapter):
    """An outside sign-in only opens an account that already exists here."""

    def is_open_for_signup(self, request, sociallogin):
        return False

    def authenticate_by_email(self, sociallogin):
        """The account with a verified address, bound to this provider's subject at the first sign-in.

        An account already bound to another subject is not opened: addresses are given to new people.
        """
        for address in oidc.vouched_addresses(sociallogin):
            account = Account.objects.filter(email=address.lower(), is_active=True).first()
            bound = SocialAccount.objects.filter(user=account, provider=sociallogin.account.provider)
            if account and not bound.exists():
                return account, address
        return None


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets of second factors are kept encrypted, under a key made from SECRET_KEY."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
        "cannot_delete_authenticator": _("Add another way to confirm it is you before removing this one."),
    }

    def encrypt(self, text):
        return seal(text)

    def decrypt(self, encrypted_text):
        return unseal(encrypted_text)

    def can_delete_authenticator(self, authenticator):
        """The last second factor cannot be removed, only replaced."""
        return second_factors(authenticator.user).exclude(pk=authenticator.pk).exists()

    def get_totp_issuer(self):
        return "Samling"

    def _get_site_name(self):
        return "Samling"
