"""Going on where one was after signing in again – if one is the same person (experience R10).

When a session has run out, the browser gets a short signed mark of whose it was. The same person then
continues on the page she left; for anyone else the mark does not fit and the start page opens instead.
"""

from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.http import url_has_allowed_host_and_scheme

from samling.people.limits import AT_MOST
from samling.people.sessions import signed_in

MARK = "was_here"
NO_TEXTS = {"csrfmiddlewaretoken", "next"}


def is_local(url):
    """Whether this is a path on this site and nothing else."""
    return bool(url) and url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)


def wants_a_part(request):
    """Whether a script asks for a piece of a page: a redirect would put the sign-in page inside it."""
    return "HX-Request" in request.headers or request.headers.get("Sec-Fetch-Dest") == "empty"


def written(request):
    """The texts of a form that a page of this site sent: what was said in more than one word, and no password."""
    if request.method != "POST" or _stood_on(request).netloc != request.get_host():
        return []
    said = (texts for name, texts in request.POST.lists() if name not in NO_TEXTS and "password" not in name)
    return [text for texts in said for text in texts if len(text.split()) > 1]


def ask_to_sign_in(request):
    """The answer to someone who is not signed in: 401 to a script or with what was written, else the sign-in page and back here."""
    if signed_in(request):
        request.session.flush()  # the guard has refused what the store still believed in
    login = f"{reverse('account_login')}?{urlencode({'next': way_back(request)})}"
    if wants_a_part(request):
        return render(request, "people/signed_out_part.html", {"login": login}, status=401)
    if texts := written(request):
        return render(request, "people/signed_out.html", {"login": login, "texts": texts}, status=401)
    return HttpResponseRedirect(login)


def not_received(request, reason=""):
    """The answer to a form without the token of this browser: nothing was changed, and what was written stands there."""
    return render(request, "403_csrf.html", {"texts": written(request)}, status=403)


def way_back(request):
    """The page itself, or for a form that was sent the page it stood on."""
    if request.method in {"GET", "HEAD"} and not wants_a_part(request):
        return request.get_full_path()
    page = _stood_on(request)
    path = f"{page.path}?{page.query}" if page.query else page.path
    return path if page.netloc == request.get_host() and is_local(path) else "/"


def _stood_on(request):
    """The address of the page that a form stood on, as far as the browser tells."""
    try:
        return urlsplit(request.headers.get("HX-Current-URL") or request.headers.get("Referer", ""))
    except ValueError:
        return urlsplit("")


def _mark(account_id):
    return salted_hmac("people.continuing", str(account_id), algorithm="sha256").hexdigest()


def remember_who_was_here(request, response):
    """Leave the mark when this request came with a session that has run out or been ended."""
    gone = getattr(request.session, "gone", None)
    if gone and gone.account_id:
        response.set_cookie(
            MARK,
            _mark(gone.account_id),
            max_age=AT_MOST,
            httponly=True,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )
    return response


def someone_else_was_here(request, account):
    """Whether the page to go back to was another person's."""
    mark = request.COOKIES.get(MARK)
    return mark is not None and not constant_time_compare(mark, _mark(account.pk))


def the_same_was_here(request, account):
    """Whether this person's session ran out in this browser, so that she goes on in the same role."""
    return MARK in request.COOKIES and not someone_else_was_here(request, account)


def forget_who_was_here(response):
    """Take the mark away again."""
    response.delete_cookie(MARK, samesite="Lax")
    return response
