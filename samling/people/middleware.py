"""What every request passes on its way in: is someone there, and has she shown who she is?"""

from django.http import HttpResponse
from django.shortcuts import redirect

from samling.people.continuing import remember_who_was_here, wants_a_part
from samling.people.limits import IDLE
from samling.people.sessions import signed_in

# Pages that a person without a second factor needs in order to get one, or to leave.
BEFORE_SECOND_FACTOR = {
    "people:second-factor",
    "people:alive",
    "people:leave",
    "people:left",
    "people:demo",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_view_recovery_codes",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "account_reauthenticate",
    "account_login",
    "account_logout",
    "account_change_password",
    "set_language",
    "ui:language",
}


class NoStore:
    """Nothing personal stays in a browser's cache (ASVS 14.3.2); files with their own rule keep it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response


class Presence:
    """Notes that someone is there, and remembers whose session it was that has run out."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return remember_who_was_here(request, self.get_response(request))

    def process_view(self, request, view, args, kwargs):
        if not getattr(view, "leaves_no_mark", False):
            request.session.touch()
        row = signed_in(request)
        request.idle_seconds = int(IDLE[row.kind].total_seconds()) if row else 0


class SecondFactorRequired:
    """Whoever signed in with a password alone is led to a second factor before anything else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        row = signed_in(request)
        if row is None or row.strong_at or request.resolver_match.view_name in BEFORE_SECOND_FACTOR:
            return None
        return HttpResponse(status=401) if wants_a_part(request) else redirect("people:second-factor")
