"""A PDF with its many small parts put into compressed streams (ISO 32000-1, 7.5.7 and 7.5.8), as PDF/A-2 and later allow.

A long tagged paper is mostly tags, each a part of its own: packed it is a tenth as large and says the same.
"""

import re
import struct
import zlib
from collections.abc import Iterator

TOGETHER = 500  # parts in one stream
SIZE = re.compile(rb"/Size \d+")


def packed(pdf: bytes) -> bytes:
    """The same document. It must be whole, with one cross-reference table, as Typst writes it."""
    table = int(pdf[pdf.rindex(b"startxref") + 9 : pdf.rindex(b"%%EOF")])
    parts = dict(_parts(pdf, table))
    loose = [number for number, body in parts.items() if not body.endswith(b"endstream")]
    out, places, number = bytearray(pdf[: pdf.index(b"\n", pdf.index(b"\n") + 1) + 1]), {0: (0, 0, 65535)}, max(parts)
    for one, body in parts.items():
        if body.endswith(b"endstream"):
            places[one] = (1, _put(out, one, body), 0)
    for start in range(0, len(loose), TOGETHER):
        number += 1
        inside = loose[start : start + TOGETHER]
        places |= {one: (2, number, turn) for turn, one in enumerate(inside)}
        places[number] = (1, _put(out, number, _stream([(one, parts[one]) for one in inside])), 0)
    return bytes(out) + _ending(pdf[pdf.index(b"trailer", table) + 7 : pdf.rindex(b"startxref")], places, number + 1, len(out))


def _parts(pdf: bytes, table: int) -> Iterator[tuple[int, bytes]]:
    head, first = pdf.index(b"\n", table) + 1, pdf.index(b"\n", pdf.index(b"\n", table) + 1) + 1
    many = int(pdf[head:first].split()[1])
    places = sorted((int(pdf[at : at + 10]), turn) for turn in range(many) if pdf[(at := first + 20 * turn) + 17 : at + 18] == b"n")
    for (at, number), end in zip(places, [*(place for place, _number in places[1:]), table], strict=True):
        yield number, pdf[pdf.index(b"obj", at) + 3 : pdf.rindex(b"endobj", at, end)].strip()


def _put(out: bytearray, number: int, body: bytes) -> int:
    at = len(out)
    out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    return at


def _stream(inside: list[tuple[int, bytes]]) -> bytes:
    head, at = [], 0
    for number, body in inside:
        head.append(b"%d %d" % (number, at))
        at += len(body) + 1
    told = b" ".join(head) + b"\n"
    return _deflated(b"/Type /ObjStm /N %d /First %d" % (len(inside), len(told)), told + b"\n".join(body for _number, body in inside))


def _deflated(says: bytes, content: bytes) -> bytes:
    shut = zlib.compress(content, 9)
    return b"<<%b /Filter /FlateDecode /Length %d>>\nstream\n%b\nendstream" % (says, len(shut), shut)


def _ending(trailer: bytes, places: dict[int, tuple[int, int, int]], number: int, at: int) -> bytes:
    places[number] = (1, at, 0)
    whole = b"".join(struct.pack(">BIH", *places.get(one, (0, 0, 65535))) for one in range(number + 1))
    says = SIZE.sub(b"/Size %d" % (number + 1), trailer.strip()[2:-2]) + b" /Type /XRef /W [1 4 2]"
    return b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, _deflated(says, whole), at)
