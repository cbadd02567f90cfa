"""The shape of what one types when signing in. Labels stand above the fields; paste is allowed."""

import struct

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.mfa.adapter import get_adapter as get_factors
from allauth.mfa.base import forms as factor
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as passkey
from cryptography.exceptions import InvalidSignature
from django import forms
from django.utils.translation import gettext_lazy as _

from samling.ui.forms import SamlingForm


class _Plain(SamlingForm):
    """Our own labels; no placeholders, which vanish when one starts to type."""

    labels = {
        "login": _("E-mail address"),
        "email": _("E-mail address"),
        "password": _("Password"),
        "oldpassword": _("Your present password"),
        "password1": _("New password"),
        "password2": _("The new password once more"),
        "code": _("Code"),
        "name": _("What you call it"),
    }
    helps = {
        "password1": _("At least 12 characters. A sentence is easier to remember than odd signs."),
        "code": _("Six digits from the app, or one of your spare codes."),
        "name": _("For example: my phone, the key on my key ring."),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.labels.get(name, field.label)
            field.help_text = self.helps.get(name, "")
            field.widget.attrs.pop("placeholder", None)


class SignInForm(_Plain, account.LoginForm):
    """E-mail address and password."""


class AskForResetForm(_Plain, account.ResetPasswordForm):
    """Ask for a link to choose a new password. A letter goes out either way, so time tells nothing."""

    def save(self, request, **kwargs):
        if not self.users:
            get_adapter(request).send_mail("account/email/no_account", self.cleaned_data["email"], {})
            return self.cleaned_data["email"]
        return super().save(request, **kwargs)


class NewPasswordForm(_Plain, account.ResetPasswordKeyForm):
    """Choose a password through the link in the letter."""


class ChangePasswordForm(_Plain, account.ChangePasswordForm):
    """Change the password one knows."""


class AskAgainForm(_Plain, account.ReauthenticateForm):
    """The password once more, before a change that matters."""


class CodeForm(_Plain, factor.AuthenticateForm):
    """The second factor by code, when signing in."""


class CodeAgainForm(_Plain, factor.ReauthenticateForm):
    """The second factor by code, before a change that matters."""


class AddAppForm(_Plain, totp.ActivateTOTPForm):
    """The first code from a new authenticator app."""

    helps = {"code": _("The six digits that the app shows now.")}


class _Tampered:
    """What a browser sends for a passkey may be anything; what cannot be read is simply not the right one."""

    UNREADABLE = (LookupError, TypeError, ValueError, AttributeError, struct.error, InvalidSignature)

    def clean_credential(self):
        return self._read(getattr(super(), "clean_credential", lambda: self.cleaned_data["credential"]))

    def clean(self):
        return self._read(super().clean)

    def _read(self, step):
        try:
            return step()
        except self.UNREADABLE as fault:
            raise get_factors().validation_error("incorrect_code") from fault


class PasskeyForm(_Tampered, passkey.AuthenticateWebAuthnForm):
    """The second factor by passkey, when signing in."""


class PasskeyAloneForm(_Tampered, passkey.LoginWebAuthnForm):
    """Signing in by passkey alone."""


class PasskeyAgainForm(_Tampered, passkey.ReauthenticateWebAuthnForm):
    """The passkey once more, before a change that matters."""


class AddPasskeyForm(_Tampered, _Plain, passkey.AddWebAuthnForm):
    """A new passkey; it can always be used alone, since it asks for a fingerprint, face or PIN itself."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].widget = forms.HiddenInput()
        self.fields["passwordless"].initial = True


class RenamePasskeyForm(_Plain, passkey.EditWebAuthnForm):
    """Another name for a passkey."""
