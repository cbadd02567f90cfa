"""Sign-in with the organisation's own identity provider (OpenID Connect).

Stricter than the library in three ways: the identity token's signature is always verified, both
answers must be about the same subject, and the strength of the sign-in is read from the token.
"""

from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import Http404


class VerifiedOpenIDConnect(OpenIDConnectOAuth2Adapter):
    """The exchange with the provider, with nothing taken on trust (ASVS 6.8.2)."""

    def _decode_id_token(self, app, id_token):
        config = self.openid_config
        return jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=config["jwks_uri"],
            issuer=config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
            verify_signature=True,
        )

    def complete_login(self, request, app, token, **kwargs):
        login = super().complete_login(request, app, token, **kwargs)
        data = login.account.extra_data
        subjects = {data.get(part, {}).get("sub") for part in ("id_token", "userinfo") if part in data}
        if "id_token" not in data or len(subjects) != 1:
            raise OAuth2Error("The provider's two answers are not about the same person.")
        return login


def _through(view, request, provider_id):
    try:
        return view.adapter_view(VerifiedOpenIDConnect(request, provider_id))(request)
    except SocialApp.DoesNotExist:
        raise Http404 from None


def login(request, provider_id):
    """Send the browser to the provider; asked by POST, so that no link can start a sign-in."""
    return _through(OAuth2LoginView, request, provider_id)


def callback(request, provider_id):
    """The browser comes back from the provider."""
    return _through(OAuth2CallbackView, request, provider_id)


def is_strong(sociallogin, accepted):
    """Whether the provider vouches for a second factor: its ``acr``, or one of its ``amr``, is accepted.

    ``accepted`` is the configured list; empty means that the provider is never taken at its word.
    """
    claims = sociallogin.account.extra_data.get("id_token", {})
    methods = claims.get("amr") or []
    said = {claims.get("acr"), *(methods if isinstance(methods, list) else [methods])}
    return bool(said & set(accepted))


def vouched_addresses(sociallogin):
    """The addresses that the provider says it has verified, with a plain JSON true."""
    data = sociallogin.account.extra_data
    claims = data.get("userinfo") or data.get("id_token") or {}
    address = claims.get("email")
    return [address] if address and claims.get("email_verified") is True else []
