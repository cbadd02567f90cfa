"""The page of a request that failed: one for a fault of ours, one for a database that does not answer."""

import sys
from http import HTTPStatus

from django.db.utils import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template

WAIT = 60  # seconds


def failed(request: HttpRequest) -> HttpResponse:
    """Called by Django while the exception is being handled (`handler500`); asks nothing of the database.

    No connection, a full disk and a statement cut for taking too long pass by themselves: 503, try again.
    """
    if not isinstance(sys.exception(), OperationalError | InterfaceError):
        return HttpResponse(get_template("500.html").render(), status=HTTPStatus.INTERNAL_SERVER_ERROR)
    page = get_template("503.html").render()
    return HttpResponse(page, status=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": str(WAIT)})
