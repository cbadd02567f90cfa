"""Pages around signing in that the sign-in library does not have, and two that it has in a stricter form."""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.logout import logout
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.internal import auth as webauthn
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samling.people import demo_sign_in
from samling.people.continuing import is_local
from samling.people.factors import has_second_factor
from samling.people.sessions import end, signed_in, standing
from samling.records.clock import today
from samling.ui.public import public


def leaves_no_mark(view):
    """Asking this does not show that someone is there."""
    view.leaves_no_mark = True
    return view


@leaves_no_mark
@public
@require_http_methods(["GET", "POST"])
def alive(request):
    """Is the session alive? GET only asks and does not prolong it; POST is 'stay signed in'."""
    row = signed_in(request)
    if row is None:
        return HttpResponse(status=401)
    if request.method == "POST":
        request.session.touch(at_once=True)
    answer = HttpResponse(status=204)
    answer.headers["Session-Ends-In"] = request.session.seconds_left()
    answer.headers["Session-Person"], answer.headers["Session-Capacity"] = row.person_id, row.capacity_id or ""
    answer.headers["Session-Form-Token"] = get_token(request)
    return answer


@public
@require_POST
def leave(request):
    """'Lämna sidan': signed out, what the browser kept is cleared, and a page that says nothing (R13)."""
    logout(request, show_message=False)
    request.session.flush()
    response = redirect("people:left")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@public
@require_safe
def left(request):
    """A page that tells nothing about where one has been."""
    return render(request, "people/left.html")


@public
@login_required
@require_safe
def second_factor(request):
    """Choose a way to confirm that it is you."""
    if has_second_factor(request.user):
        return redirect("mfa_reauthenticate")
    return render(request, "people/second_factor.html")


@public
@login_required
@require_safe
def sessions(request):
    """'Mina inloggningar': where I am signed in."""
    rows = standing(request.user)
    return render(request, "people/sessions.html", {"sessions": rows, "this": signed_in(request), "today": today()})


@public
@login_required
@require_POST
def session_end(request, number):
    """End one of my sessions; this one too, if that is the one."""
    if not end(standing(request.user).filter(number=number)):
        raise Http404
    return redirect("people:sessions")


@public
@login_required
@require_POST
def other_sessions_end(request):
    """End all my sessions but this one."""
    end(standing(request.user).exclude(pk=signed_in(request).pk))
    return redirect("people:sessions")


@public
@require_http_methods(["GET", "POST"])
def demo(request):
    """'Vem vill du vara?' – exists in an installation that is a demo in both senses, and nowhere else."""
    if not demo_sign_in.is_open():
        raise Http404
    if request.method == "GET":
        return render(request, "people/demo.html", {"organisations": demo_sign_in.everyone()})
    if not demo_sign_in.become(request, request.POST.get("account", "")):
        raise Http404
    back = request.POST.get("next", "")
    return redirect(back if is_local(back) else "/")


@public
@login_required
@require_http_methods(["GET", "POST"])
def again(request):
    """Show once more that it is you, before what asks for a fresh second factor; then go on where you were."""
    back = request.POST.get("next") or request.GET.get("next", "")
    back = back if is_local(back) else "/"
    in_demo = demo_sign_in.is_open()
    if request.method == "POST" and in_demo:
        record_authentication(request, request.user, "mfa", type="demo")
        return redirect(back)
    return render(request, "people/again.html", {"back": back, "in_demo": in_demo, "own": has_second_factor(request.user)})


def _shown_now(request, kind):
    """A new second factor has just been used: that is as good as showing it at sign-in."""
    record_authentication(request, request.user, "mfa", type=kind, enrolled=True)


class AddApp(ActivateTOTPView):
    """Connect an authenticator app; the first code counts as the second factor of this session."""

    def form_valid(self, form):
        response = super().form_valid(form)
        _shown_now(self.request, "totp")
        return response


class AddPasskey(AddWebAuthnView):
    """Add a passkey that can also be used alone."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["js_data"] = {"creation_options": webauthn.begin_registration(self.request.user, True)}
        return context

    def form_valid(self, form):
        response = super().form_valid(form)
        _shown_now(self.request, "webauthn")
        return response


@public
@login_required
@require_safe
def first_password(request):
    """Whoever has no password yet, and wants to change it, gets one by letter like everybody else."""
    messages.info(request, gettext("You have no password yet. Ask for a letter, and choose one."))
    return redirect("account_reset_password")
