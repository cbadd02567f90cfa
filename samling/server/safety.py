"""What is not safe for production, in plain words, each with what to do about it.

`findings` reads the environment; `inspection` asks the database; `house` asks what
must be mended. An empty list means that nothing known is
wrong, not that all is well: backup, patching and people are outside its sight.
"""

import os
import stat
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from samling.server import addresses
from samling.server.house import house_findings
from samling.server.inspection import Finding, database_findings

SHORTEST_KEY = 50
Environ = Mapping[str, str]


def report(environ: Environ) -> int:
    """Print the findings; 0 when there are none, 1 otherwise."""
    found = [*findings(environ), *database_findings(environ), *house_findings(environ, time.time())]
    for finding in found:
        print(f"✗ {finding.what}\n    {finding.do}")
    if found:
        print(f"\n{len(found)} things are not safe for production." if len(found) > 1 else "\nNot safe yet.")
        return 1
    print(
        "Nothing unsafe was found. Backups, patches and who has the keys are yours to check: docs/running.md"
    )
    return 0


def findings(environ: Environ) -> list[Finding]:
    """What the environment says."""
    return [
        *_switches(environ),
        *_web(environ),
        *_secrets(environ),
        *_second_place(environ),
        *_account(environ),
    ]


def _switches(environ: Environ) -> Iterable[Finding]:
    if _on(environ, "SAMLING_DEMO"):
        yield Finding("The demo is on: anybody may choose who to be.", "Remove SAMLING_DEMO.")
    if _on(environ, "SAMLING_DEBUG"):
        yield Finding("Debugging is on: error pages show what should stay inside.", "Remove SAMLING_DEBUG.")
    if not addresses.named(environ):
        yield Finding(
            "The database is the embedded one, which nobody backs up or patches.",
            "Set SAMLING_DB_HOST to a PostgreSQL 18 server of your own, and see: samling roles --help",
        )


def _web(environ: Environ) -> Iterable[Finding]:
    key = _value(environ, "SAMLING_SECRET_KEY")
    if len(key) < SHORTEST_KEY:
        yield Finding(
            "The secret key is missing or short: sign-in cookies could be forged.",
            "Put 50 random characters or more in a file and name it in SAMLING_SECRET_KEY_FILE "
            "(openssl rand -base64 48).",
        )
    if not _on(environ, "SAMLING_HTTPS", default=not _on(environ, "SAMLING_DEMO")):
        yield Finding(
            "Pages may go over plain http, where others can read them.",
            "Remove SAMLING_HTTPS=0 and let a proxy with TLS stand in front.",
        )
    hosts = environ.get("SAMLING_HOSTS", "").split()
    if not hosts or "*" in hosts:
        yield Finding(
            "Samling does not know its own name, or answers to any name.",
            "Set SAMLING_HOSTS to the names in its address, for example SAMLING_HOSTS=samling.example.se",
        )
    if not environ.get("SAMLING_MAIL_HOST"):
        yield Finding(
            "No mail server is named: invitations and new passwords will not arrive.",
            "Set SAMLING_MAIL_HOST (and SAMLING_MAIL_FROM).",
        )


def _secrets(environ: Environ) -> Iterable[Finding]:
    if _owner_within_reach(environ):
        yield Finding(
            "The owner's password is within reach of the web server: it could switch the walls off.",
            "Keep it out of SAMLING_DB_PASSWORDS and out of the environment of `samling run`; give it to "
            "`samling migrate` alone, in SAMLING_DB_PASSWORD_OWNER_FILE.",
        )
    if not addresses.named(environ):
        return
    weak = environ.get("SAMLING_DB_SSLMODE", "verify-full")
    if weak != "verify-full" and not environ["SAMLING_DB_HOST"].startswith("/"):
        yield Finding(
            f"The connection to the database is not checked (SAMLING_DB_SSLMODE={weak}).",
            "Remove SAMLING_DB_SSLMODE; an authority of your own is named in SAMLING_DB_SSLROOTCERT.",
        )
    for path in _secret_files(environ):
        yield from _file(path)


def _owner_within_reach(environ: Environ) -> bool:
    folder = environ.get("SAMLING_DB_PASSWORDS")
    given = ("SAMLING_DB_PASSWORD_OWNER", "SAMLING_DB_PASSWORD_OWNER_FILE")
    return any(name in environ for name in given) or bool(folder and (Path(folder) / "owner").exists())


def _secret_files(environ: Environ) -> list[Path]:
    named = [Path(value) for name, value in environ.items() if _names_secret_file(name)]
    folder = environ.get("SAMLING_DB_PASSWORDS")
    return named + (sorted(Path(folder).glob("*")) if folder else [])


def _names_secret_file(name: str) -> bool:
    return name.startswith("SAMLING_") and name.endswith("_FILE")


def _file(path: Path) -> Iterable[Finding]:
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except OSError as error:
        yield Finding(f"The secret in {path} cannot be read: {error.strerror}.", "Correct the path or owner.")
        return
    if mode & 0o077:
        yield Finding(f"Others on the machine can read {path} ({mode:o}).", f"chmod 600 {path}")


def _second_place(environ: Environ) -> Iterable[Finding]:
    if not environ.get("SAMLING_HEADS_SYSLOG") and not environ.get("SAMLING_HEADS"):
        yield Finding(
            "The log's seals are kept on this machine only: whoever rules it could rewrite the log unseen.",
            "Set SAMLING_HEADS_SYSLOG to a system log that leaves the machine (/dev/log or host:port), "
            "or SAMLING_HEADS to a file on another machine's disk.",
        )


def _account(environ: Environ) -> Iterable[Finding]:
    if os.geteuid() == 0:
        yield Finding("Samling runs as root.", "Run it as a user of its own, who owns nothing else.")


def _on(environ: Environ, name: str, default: bool = False) -> bool:
    return environ.get(name, "1" if default else "0").lower() in {"1", "yes", "true", "on"}


def _value(environ: Environ, name: str) -> str:
    file = environ.get(f"{name}_FILE")
    if file and Path(file).exists():
        return Path(file).read_text().strip()
    return environ.get(name, "")
