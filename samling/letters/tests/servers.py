"""Small servers of the tests: one that takes mail and counts, one that answers as the messaging API's contract says."""

import json
import re
import socket
import socketserver
import threading
from collections import Counter
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from uuid import UUID, uuid4


class MailHandler(socketserver.StreamRequestHandler):
    """As much SMTP as a relay needs."""

    def handle(self):
        self.say("220 here")
        for line in iter(self.rfile.readline, b""):
            word = line[:4].upper().strip()
            if word in self.server.refuses:
                self.say(self.server.refuses[word])
            elif word == b"DATA":
                self.say("354 go on")
                self.take()
            elif word == b"QUIT":
                return self.say("221 bye")
            else:
                self.say("250 well")

    def take(self):
        """The letter, until its end; kept before it is said to be."""
        text = b"".join(iter(self.rfile.readline, b".\r\n")).decode()
        self.server.letters.append(text)
        self.server.taken(self)

    def say(self, words):
        self.wfile.write(f"{words}\r\n".encode())


class MailServer(socketserver.ThreadingTCPServer):
    """Keeps every letter; `refuses` maps a command to what is said instead, `taken` what happens after a letter."""

    allow_reuse_address, daemon_threads = True, True

    def __init__(self, port=0):
        super().__init__(("127.0.0.1", port), MailHandler)
        self.letters, self.refuses = [], {}
        self.taken = lambda handler: handler.say("250 kept")

    @property
    def counted(self):
        """How often each Message-ID came."""
        return Counter(re.search(r"^Message-ID: <(.*?)@", text, re.M)[1] for text in self.letters)


class Api(BaseHTTPRequestHandler):
    """What the contract of the messaging API 7.10 asks of a text message, told in our own words."""

    server: "ApiServer"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/token":
            return self.give_token(body)
        wrong = self.wrong_with(body)
        if wrong:
            self.server.wrong.append(wrong)
            return self.answer(400, {"title": "Bad Request", "status": 400, "detail": body.decode()})
        told = json.loads(body)
        self.server.got.append(told)
        status = self.server.statuses.pop(0) if self.server.statuses else "SENT"
        if status == "HANG UP":
            return self.connection.shutdown(socket.SHUT_RDWR)
        if isinstance(status, int):
            return self.answer(status, {"title": "…", "status": status, "detail": told["mobileNumber"]})
        delivery = {"deliveryId": str(uuid4()), "messageType": "SMS", "status": status}
        self.answer(201, {"messageId": str(uuid4()), "deliveries": [delivery]})

    def do_GET(self):
        status = self.server.later
        if re.fullmatch(r"/2281/status/messages/[0-9a-f-]{36}", self.path):
            return self.answer(200, {"deliveries": [{"status": status}]}) if status else self.answer(404, {})
        if re.fullmatch(r"/2281/conversation-history/[0-9a-f-]{36}", self.path):
            return self.answer(200, [{"messageType": "SMS", "status": status}] if status else [])
        self.server.wrong.append(self.path)
        self.answer(404, {})

    def give_token(self, body):
        self.server.tokens += 1
        right = self.headers["Authorization"] == "Basic a2xpZW50OmhlbWxpZ3Q=" and body == b"grant_type=client_credentials"
        self.answer(200 if right else 401, {"access_token": f"t{self.server.tokens}", "expires_in": 3600})

    def wrong_with(self, body):
        """What in a request breaks the contract; empty when nothing does."""
        told = json.loads(body)
        rules = {
            "address": self.path == "/2281/sms?async=false",
            "type": self.headers["Content-Type"] == "application/json",
            "token": self.headers["Authorization"] == f"Bearer t{self.server.tokens}",
            "names": set(told) <= {"party", "sender", "mobileNumber", "message", "priority", "department"},
            "number": bool(re.fullmatch(r"\+467[02369]\d{7}", told.get("mobileNumber", ""))),
            "message": bool(told.get("message", "").strip()),
            "sender": 3 <= len(told.get("sender", "")) <= 11,
            "party": str(UUID(told["party"]["partyId"])) == told["party"]["partyId"],
        }
        return [name for name, kept in rules.items() if not kept]

    def answer(self, status, body):
        said = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_said):
        """Nothing to the console."""


class ApiServer(ThreadingHTTPServer):
    """What it got, what was wrong with it; `statuses` are its next answers, `later` what it says when asked."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Api)
        self.got, self.wrong, self.statuses, self.later, self.tokens = [], [], [], "", 0


@contextmanager
def running(server):
    """The server in a thread of its own, and gone afterwards."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
