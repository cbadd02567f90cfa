"""The carriers by their contracts: a mail server that says no in every way, and the messaging API's published words."""

import logging
from uuid import uuid4

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings

from samling.letters.by_file import ByFile
from samling.letters.by_mail import ByMail
from samling.letters.by_messaging import ByMessaging
from samling.letters.carriers import Parcel
from samling.letters.sending import carried_by
from samling.letters.tests.servers import ApiServer, MailServer, running

NUMBER, EMAIL = "+46701740601", "hodan@example.se"


def parcel(channel="sms", address=NUMBER):
    return Parcel(uuid4(), uuid4(), channel, address, "message", "sv", "Lövsjö kommun", True, "0522-69 01 00")


class Hands:
    """The outbox of these tests: it only notes when something was handed over."""

    def __init__(self):
        self.handed = []

    def hand(self, attempt):
        self.handed.append(attempt)


def mailer(port):
    options = {"host": "127.0.0.1", "port": port, "timeout": 2}
    return override_settings(MAILERS={"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}})


@pytest.fixture
def mail():
    with running(MailServer()) as server, mailer(server.server_address[1]):
        yield server


def test_a_letter_by_mail_says_that_there_is_something_and_whom_to_ring(mail):
    sent, hands = parcel("email", EMAIL), Hands()
    assert carried_by(ByMail(), sent, hands).outcome == "sent" and hands.handed == [sent.attempt]
    [text] = mail.letters
    assert f"Message-ID: <{sent.message}@localhost>" in text and "To: hodan@example.se" in text
    assert list(mail.counted) == [str(sent.message)]


@pytest.mark.parametrize(
    "command, says, outcome, handed",
    [
        (b"MAIL", "451 later", "again", 0),
        (b"MAIL", "550 not from you", "again", 0),  # our own fault, which somebody mends
        (b"RCPT", "450 greylisted", "again", 0),
        (b"RCPT", "550 nobody of that name", "refused", 0),
        (b"DATA", "452 full", "again", 1),
        (b"DATA", "554 no", "refused", 1),
    ],
)
def test_what_a_mail_server_says_no_to_is_told_apart(mail, command, says, outcome, handed):
    mail.refuses[command], hands = says, Hands()
    assert carried_by(ByMail(), parcel("email", EMAIL), hands).outcome == outcome
    assert len(hands.handed) == handed and not mail.letters


def test_a_server_that_takes_the_letter_and_dies_may_have_sent_it(mail):
    mail.taken = lambda handler: handler.connection.close()
    assert carried_by(ByMail(), parcel("email", EMAIL), Hands()).outcome == "maybe"


def test_nobody_at_the_door_is_tried_again():
    with mailer(1):
        hands = Hands()
        assert carried_by(ByMail(), parcel("email", EMAIL), hands).outcome == "again" and not hands.handed


@pytest.fixture
def api(settings):
    with running(ApiServer()) as server:
        base = f"http://127.0.0.1:{server.server_address[1]}"
        settings.SMS_URL, settings.SMS_TOKEN_URL, settings.SMS_MUNICIPALITY = base, f"{base}/token", "2281"
        settings.SMS_CLIENT, settings.SMS_SECRET = "klient", "hemligt"
        yield server


@pytest.mark.parametrize(
    "status, outcome",
    [("SENT", "sent"), ("PENDING", "accepted"), ("AWAITING_FEEDBACK", "accepted"), ("NOT_SENT", "again"), ("FAILED", "again"),
     ("NO_CONTACT_WANTED", "refused"), (400, "refused"), (401, "again"), (429, "again"), (500, "maybe"), (502, "maybe"),
     ("HANG UP", "maybe")],
)  # fmt: skip
def test_a_text_message_keeps_the_contract_and_its_answer_is_understood(api, caplog, status, outcome):
    caplog.set_level(logging.DEBUG)
    api.statuses = [status]
    sent, carrier = parcel(), ByMessaging()
    assert carried_by(carrier, sent, Hands()).outcome == outcome
    assert not api.wrong and api.got[0]["party"] == {"partyId": str(sent.message)}
    assert api.got[0]["sender"] == "Lovsjo" and api.got[0]["mobileNumber"] == NUMBER
    assert NUMBER not in caplog.text and "hemligt" not in caplog.text


def test_the_token_is_asked_for_once_while_it_lasts(api):
    carrier = ByMessaging()
    assert [carried_by(carrier, parcel(), Hands()).outcome for _ in range(3)] == ["sent"] * 3 and api.tokens == 1
    api.statuses = [401]
    carried_by(carrier, parcel(), Hands())
    assert carried_by(carrier, parcel(), Hands()).outcome == "sent" and api.tokens == 2 and not api.wrong


@pytest.mark.parametrize("known", ["", "5d0c5b6e-5a5c-4b3e-9a71-0c1f0a6f2f11"])
@pytest.mark.parametrize("later, outcome", [("SENT", "sent"), ("FAILED", "again"), ("NOT_SENT", "again"), ("PENDING", None), ("", None)])
def test_the_provider_is_asked_by_its_key_or_by_ours(api, known, later, outcome):
    api.later = later
    carried = ByMessaging().ask(uuid4(), known)
    assert (carried.outcome if carried else None) == outcome and not api.wrong


def test_an_address_without_tls_is_not_used(settings):
    settings.SMS_URL = "http://sms.example.se"
    with pytest.raises(ImproperlyConfigured, match="https"):
        ByMessaging()


def test_a_provider_with_a_wrong_certificate_gets_nothing(settings):
    with running(ApiServer()) as server:
        settings.SMS_URL, settings.SMS_TOKEN_URL = f"https://127.0.0.1:{server.server_address[1]}", ""
        hands = Hands()
        assert carried_by(ByMessaging(), parcel(), hands).outcome == "again" and not hands.handed


def test_a_demo_writes_its_text_messages_to_a_file(settings, tmp_path):
    settings.SMS_FILE = str(tmp_path / "sms.txt")
    assert carried_by(ByFile(), parcel(), Hands()).outcome == "sent"
    assert (tmp_path / "sms.txt").read_text() == (
        f"sms {NUMBER} <- Lovsjo: Hej! Lövsjö kommun har ett meddelande till dig. Ring 0522-69 01 00 så berättar vi.\n"
    )
