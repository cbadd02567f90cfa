"""Text messages through Sundsvall's open municipal messaging API, version 7.10 of its published contract.

`POST /{municipalityId}/sms`, `GET /{municipalityId}/status/messages/{messageId}` and, for a message whose answer was
lost, `GET /{municipalityId}/conversation-history/{partyId}`: the message's own key stands where a person's would,
so that it can be found again and no person is named to the provider (docs/decisions/0041-letters.md).
"""

import base64
import http.client
import json
import ssl
import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from .by_file import words_of
from .carriers import Carried, Outcome, Parcel

TIMEOUT = 20  # seconds, for the provider waits for the operator
EARLY = 30  # seconds before a token ends when a new one is asked for
HERE = ("localhost", "127.0.0.1", "::1")  # where nothing is sent over a network that others can read

# What the provider says of a message, in our words; anything else is not known.
STATUS: dict[str, Outcome] = {
    "SENT": "sent",
    "PENDING": "accepted",
    "AWAITING_FEEDBACK": "accepted",
    "NOT_SENT": "again",
    "FAILED": "again",
    "NO_CONTACT_SETTINGS_FOUND": "refused",
    "NO_CONTACT_WANTED": "refused",
}
CERTAINLY_NOT = (401, 403, 404, 408, 429, 503)  # sent for certain it was not; later perhaps


class Unclear(RuntimeError):
    """An answer that is not what the contract says. Holds a number and never words."""


class ByMessaging:
    """One provider, with its token while that lasts."""

    def __init__(self) -> None:
        self.base, self.token_url = settings.SMS_URL.rstrip("/"), settings.SMS_TOKEN_URL
        for url in filter(None, (self.base, self.token_url)):
            parts = urlsplit(url)
            if parts.scheme != "https" and parts.hostname not in HERE:
                raise ImproperlyConfigured("SAMLING_SMS_URL and SAMLING_SMS_TOKEN_URL must begin with https://.")
        self.token, self.token_ends = "", 0.0

    def carry(self, parcel: Parcel, handing: Callable[[], None]) -> Carried:
        """Send one text message, and read what the answer says of it."""
        text, sender = words_of(parcel)
        told = {
            "sender": sender,
            "mobileNumber": parcel.address,
            "message": text,
            "party": {"partyId": str(parcel.message)},
        }
        status, answer = self._ask("POST", "/sms?async=false", told, handing)
        if status == 201:
            deliveries = answer.get("deliveries") or [{}]
            return Carried(STATUS.get(deliveries[0].get("status", ""), "accepted"), str(answer.get("messageId", "")))
        if status in CERTAINLY_NOT:
            self.token_ends = 0.0
            return Carried("again")
        return Carried("refused" if 400 <= status < 500 else "maybe")

    def ask(self, message: UUID, provider_id: str) -> Carried | None:
        """What became of it, by the provider's key, else by ours; None when the provider knows nothing for certain."""
        if provider_id:
            status, answer = self._ask("GET", f"/status/messages/{provider_id}")
            said = [one.get("status", "") for one in answer.get("deliveries") or []] if status == 200 else []
        else:
            status, answer = self._ask("GET", f"/conversation-history/{message}")
            said = [one.get("status", "") for one in answer] if status == 200 and isinstance(answer, list) else []
        known = [STATUS[word] for word in said if word in STATUS]
        if "sent" in known:
            return Carried("sent")
        return Carried(known[0]) if known and "accepted" not in known else None

    def _ask(
        self, method: str, path: str, told: Any = None, handing: Callable[[], None] = lambda: None
    ) -> tuple[int, Any]:
        headers = {"Accept": "application/json", "x-origin": "samling"}
        if self.token_url:
            headers["Authorization"] = f"Bearer {self._bearer()}"
        body = None if told is None else json.dumps(told).encode()
        if body:
            headers["Content-Type"] = "application/json"
        return _call(method, f"{self.base}/{settings.SMS_MUNICIPALITY}{path}", body, headers, handing)

    def _bearer(self) -> str:
        """The access token (OAuth 2.0 client credentials), a new one shortly before the old one ends."""
        if time.monotonic() > self.token_ends - EARLY:
            key = base64.b64encode(f"{settings.SMS_CLIENT}:{settings.SMS_SECRET}".encode()).decode()
            form = {"Content-Type": "application/x-www-form-urlencoded", "Authorization": f"Basic {key}"}
            body = urlencode({"grant_type": "client_credentials"}).encode()
            status, answer = _call("POST", self.token_url, body, form)
            if status != 200 or not isinstance(answer, dict) or "access_token" not in answer:
                raise Unclear(status)
            self.token = str(answer["access_token"])
            self.token_ends = time.monotonic() + float(answer.get("expires_in", 300))
        return self.token


def _call(
    method: str, url: str, body: bytes | None, headers: Mapping[str, str], handing: Callable[[], None] = lambda: None
) -> tuple[int, Any]:
    """Status and JSON of one call; `handing` is called when the line is open and nothing has been said."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    line: http.client.HTTPConnection
    if parts.scheme == "https":
        line = http.client.HTTPSConnection(host, parts.port, timeout=TIMEOUT, context=ssl.create_default_context())
    else:
        line = http.client.HTTPConnection(host, parts.port, timeout=TIMEOUT)
    try:
        line.connect()
        handing()
        line.request(method, f"{parts.path}?{parts.query}" if parts.query else parts.path, body, dict(headers))
        answer = line.getresponse()
        return answer.status, _read(answer.read(1_000_000))
    finally:
        line.close()


def _read(body: bytes) -> Any:
    """JSON, or nothing where there is none: what a provider says of its faults is not ours to keep."""
    try:
        return json.loads(body)
    except ValueError:
        return {}
