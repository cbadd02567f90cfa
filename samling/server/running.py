"""Child processes that are kept alive: started, watched, started again, stopped together."""

import ctypes
import gc
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

STEADY = 30.0
LONGEST_PAUSE = 30.0
FAREWELL = 10.0


@dataclass
class Child:
    """One program to keep alive. It is started again after 1, 2, 4 … 30 s; 30 s of calm resets that."""

    name: str
    command: Sequence[str]
    environ: dict[str, str]
    pass_fds: Sequence[int] = ()
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    again_at: float = 0.0
    pause: float = field(default=0.5)

    def start(self) -> None:
        """Start it in a session of its own: Ctrl-C reaches the parent alone, which ends all in order."""
        self.started_at = time.monotonic()
        self.process = subprocess.Popen(
            self.command,
            env=self.environ,
            stdin=subprocess.DEVNULL,
            pass_fds=self.pass_fds,
            start_new_session=True,
            preexec_fn=end_with_parent,
        )

    def watch(self, tell: Callable[[str], None]) -> None:
        """Start it again if it has ended and its pause is over."""
        if self.process is not None:
            code = self.process.poll()
            if code is None:
                return
            calm = time.monotonic() - self.started_at > STEADY
            self.pause = 1.0 if calm else min(self.pause * 2, LONGEST_PAUSE)
            self.again_at = time.monotonic() + self.pause
            self.process = None
            tell(f"{self.name} ended (code {code}); starting it again in {self.pause:.0f} s")
        if time.monotonic() >= self.again_at:
            self.start()


def stop_all(children: Sequence[Child]) -> None:
    """Ask all to end, wait together, then insist."""
    standing = [child.process for child in children if child.process is not None]
    for process in standing:
        process.terminate()
    until = time.monotonic() + FAREWELL
    for process in standing:
        try:
            process.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


_libc = ctypes.CDLL(None) if sys.platform == "linux" else None
_PR_SET_PDEATHSIG = 1


def end_with_parent() -> None:
    """Ask Linux to end this process when its parent is killed: nobody is left behind to hold the port."""
    if _libc is not None:
        _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


# A page makes some thousands of objects that live until it is drawn: looked through each 700, they took a sixth of its time.
EACH = 10_000


def settle() -> None:
    """What was loaded at the start stays until the end, and what a page makes seldom outlives it: the collector walks less."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(EACH)
