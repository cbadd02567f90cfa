"""The address that Samling answers on."""

import errno
import socket
import time
from collections.abc import Mapping
from contextlib import suppress

from samling.server.trouble import Occupied, Trouble

USUAL = 8000


def listening(environ: Mapping[str, str], patience: float = 0) -> socket.socket:
    """A listening socket on SAMLING_BIND (127.0.0.1) and PORT (8000); Occupied when it is taken.

    It is opened before anything else is started and handed to the web server, which therefore
    never loses the port, also when it is restarted. `patience` is how many seconds to wait for
    the last pages of a Samling that was killed.
    """
    host, port = environ.get("SAMLING_BIND") or "127.0.0.1", _number(environ.get("PORT") or str(USUAL))
    until = time.monotonic() + patience
    while True:
        try:
            return _opened(host, port)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or time.monotonic() > until:
                raise _refusal(error, host, port) from error
        time.sleep(0.1)


def address(listening: socket.socket) -> str:
    """The address to write in a browser."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _opened(host: str, port: int) -> socket.socket:
    opened = _socket(host)
    try:
        opened.bind((host, port))
        opened.listen(128)
    except OSError:
        opened.close()
        raise
    return opened


def _socket(host: str) -> socket.socket:
    opened = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    return opened


def _number(said: str) -> int:
    if said.isdecimal() and 0 < int(said) < 65536:
        return int(said)
    raise Trouble(f"PORT={said} is not a port. Give a number between 1 and 65535: make run PORT=8001")


def _refusal(error: OSError, host: str, port: int) -> Trouble:
    if error.errno == errno.EADDRINUSE:
        return Occupied(
            f"Port {port} is taken by another program. Choose another: make run PORT={_free(host, port)}"
        )
    if error.errno == errno.EACCES:
        return Trouble(f"Port {port} is not open to this user. Choose one above 1023: make run PORT=8001")
    return Trouble(f"Samling cannot answer at {host}:{port}: {error.strerror}. Set SAMLING_BIND and PORT.")


def _free(host: str, port: int) -> int:
    """The next port that can be opened here; one that only somebody's outgoing connection holds cannot."""
    for candidate in range(port + 1, min(port + 50, 65536)):
        with suppress(OSError), _opened(host, candidate):
            return candidate
    return USUAL + 1
