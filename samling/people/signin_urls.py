"""The sign-in library's pages, only those we use, under addresses of ours. No page signs anyone up."""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as spare
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkey
from allauth.socialaccount import views as outside
from django.db import transaction
from django.urls import path, re_path

from samling.people import oidc
from samling.people.signin_views import AddApp, AddPasskey, first_password, public

# The library locks a row while it uses or makes spare codes, on the sign-in role's connection.
in_one = transaction.atomic(using="login")

urlpatterns = [
    path("sign-in/", account.login, name="account_login"),
    path("sign-out/", account.logout, name="account_logout"),
    path("sign-in/closed/", account.account_inactive, name="account_inactive"),
    path("sign-in/confirmation/", in_one(factor.authenticate), name="mfa_authenticate"),
    path("sign-in/passkey/", passkey.login_webauthn, name="mfa_login_webauthn"),
    path("sign-in/stopped/", outside.login_cancelled, name="socialaccount_login_cancelled"),
    path("sign-in/failed/", outside.login_error, name="socialaccount_login_error"),
    path("sign-in/through/<slug:provider_id>/", public(oidc.login), name="openid_connect_login"),
    path("sign-in/through/<slug:provider_id>/back/", public(oidc.callback), name="openid_connect_callback"),
    path("password/", account.password_change, name="account_change_password"),
    path("password/first/", first_password, name="account_set_password"),
    path("password/forgotten/", account.password_reset, name="account_reset_password"),
    path("password/forgotten/sent/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("password/new/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("my-sign-in/", factor.index, name="mfa_index"),
    path("my-sign-in/again/", account.reauthenticate, name="account_reauthenticate"),
    path("my-sign-in/again/code/", in_one(factor.reauthenticate), name="mfa_reauthenticate"),
    path("my-sign-in/again/passkey/", passkey.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("my-sign-in/app/", public(AddApp.as_view()), name="mfa_activate_totp"),
    path("my-sign-in/app/end/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("my-sign-in/passkeys/", passkey.list_webauthn, name="mfa_list_webauthn"),
    path("my-sign-in/passkeys/new/", public(AddPasskey.as_view()), name="mfa_add_webauthn"),
    path("my-sign-in/passkeys/<int:pk>/name/", passkey.edit_webauthn, name="mfa_edit_webauthn"),
    path("my-sign-in/passkeys/<int:pk>/end/", passkey.remove_webauthn, name="mfa_remove_webauthn"),
    path("my-sign-in/spare-codes/", spare.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "my-sign-in/spare-codes/new/",
        in_one(spare.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
]
