"""Typst in a process of its own, for long papers: it keeps what it has laid out, and gives it back only when it ends.

Run as a script: what to lay out comes in as JSON, the PDF goes out. It imports nothing of the house.
"""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import typst

TIME = 300  # seconds; six thousand records take five
FAILED = 3


def made(source: str, root: str, fonts: str, standards: list[Any], told: str, timestamp: int | None) -> bytes:
    """The PDF; raises typst.TypstError."""
    found = typst.compile(
        source, root=root, font_paths=_fonts(fonts), ignore_system_fonts=True, format="pdf", pdf_standards=standards,
        sys_inputs={"told": told}, timestamp=timestamp,
    )  # fmt: skip
    assert isinstance(found, bytes)
    return found


def made_apart(**told: Any) -> bytes:
    """The same in a process that ends afterwards; raises typst.TypstError, and TimeoutExpired after five minutes."""
    command, told_in = [sys.executable, str(Path(__file__))], json.dumps(told).encode()
    done = subprocess.run(command, input=told_in, capture_output=True, timeout=TIME, check=False)
    if done.returncode == FAILED:
        raise typst.TypstError(said := done.stderr.decode(), said)
    done.check_returncode()
    return done.stdout


@cache
def _fonts(place: str) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[place])


def main() -> int:
    """Lay out what comes in."""
    try:
        sys.stdout.buffer.write(made(**json.load(sys.stdin)))
    except typst.TypstError as error:
        sys.stderr.write(error.message)
        return FAILED
    return 0


if __name__ == "__main__":
    sys.exit(main())
