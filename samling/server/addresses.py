"""Which database, as which role, with which password: everything Django's DATABASES needs.

With SAMLING_DB_HOST the server is yours and every value comes from the environment; without it the
embedded cluster of this clone answers. Reading addresses never starts anything, and a password that
is not there yet is empty, so that settings can be read before the first start.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from samling.server.embedded import Cluster
from samling.server.trouble import Trouble

# What the pages may use, always; and what a command must ask for by SAMLING_AS ("owner" or "owner,worker").
ALWAYS = {"default": "app", "log": "audit", "login": "login"}
ON_REQUEST = ("owner", "worker", "stats", "backup")
DATABASE = "samling"
KEEP_OPEN = 600
# A page asks the same questions of every child, and planning one behind its walls costs more than answering it:
# after the second time a connection keeps the plan (never the answer) and sends only the values. Left to itself the
# database may go on planning, where a plan for one child looks cheaper than it is to make.
KEEPS_PLANS = {"server_side_binding": True, "prepare_threshold": 2, "options": "-c plan_cache_mode=force_generic_plan"}


def databases(environ: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """DATABASES for this process: never a role that was not asked for."""
    asked = [word.strip() for word in environ.get("SAMLING_AS", "").split(",") if word.strip()]
    for word in asked:
        if word not in ON_REQUEST:
            raise Trouble(f"SAMLING_AS={word} is not a role. Choose among: {', '.join(ON_REQUEST)}.")
    found = {alias: address(role, environ) for alias, role in ALWAYS.items()}
    for alias in found:
        found[alias]["OPTIONS"] |= KEEPS_PLANS
    return found | {word: address(word, environ) for word in asked}


def address(role: str, environ: Mapping[str, str]) -> dict[str, Any]:
    """The Django address of one role, by its short name ("app")."""
    where = _named_server(role, environ) if named(environ) else _embedded(role, environ)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "USER": f"samling_{role}",
        "CONN_MAX_AGE": KEEP_OPEN,
        "CONN_HEALTH_CHECKS": True,
        "AUTOCOMMIT": True,
        "ATOMIC_REQUESTS": False,
        **where,
    }


def dsn(role: str, environ: Mapping[str, str]) -> dict[str, Any]:
    """The same address as keyword arguments for psycopg."""
    found = address(role, environ)
    keys = {"HOST": "host", "PORT": "port", "NAME": "dbname", "USER": "user", "PASSWORD": "password"}
    return {new: found[old] for old, new in keys.items()} | dict(found["OPTIONS"])


def named(environ: Mapping[str, str]) -> bool:
    """True when the installation names its own database server."""
    return bool(environ.get("SAMLING_DB_HOST"))


def cluster(environ: Mapping[str, str]) -> Cluster:
    """The embedded cluster of this clone; SAMLING_CLUSTER=test is the one for tests."""
    return Cluster(purpose=environ.get("SAMLING_CLUSTER") or "run")


def password(role: str, environ: Mapping[str, str]) -> str:
    """From SAMLING_DB_PASSWORD_<ROLE>, or the file in …_FILE, or the folder SAMLING_DB_PASSWORDS."""
    variable = f"SAMLING_DB_PASSWORD_{role.upper()}"
    if variable in environ:
        return environ[variable]
    if f"{variable}_FILE" in environ:
        return Path(environ[f"{variable}_FILE"]).read_text().strip()
    if "SAMLING_DB_PASSWORDS" in environ:
        return _if_there(Path(environ["SAMLING_DB_PASSWORDS"]) / role)
    return ""


def _named_server(role: str, environ: Mapping[str, str]) -> dict[str, Any]:
    host = environ["SAMLING_DB_HOST"]
    options = {"application_name": f"samling {role}", "connect_timeout": 5}
    if not host.startswith("/"):
        # A password and a child's data never cross a network that anybody else can read.
        options["sslmode"] = environ.get("SAMLING_DB_SSLMODE", "verify-full")
        options["sslrootcert"] = environ.get("SAMLING_DB_SSLROOTCERT", "system")
    return {
        "HOST": host,
        "PORT": environ.get("SAMLING_DB_PORT", "5432"),
        "NAME": environ.get("SAMLING_DB_NAME", DATABASE),
        "PASSWORD": password(role, environ),
        "OPTIONS": options,
    }


def _embedded(role: str, environ: Mapping[str, str]) -> dict[str, Any]:
    ours = cluster(environ)
    return {
        "HOST": str(ours.socket),
        "PORT": "5432",
        "NAME": environ.get("SAMLING_DB_NAME", DATABASE),
        "PASSWORD": _if_there(ours.secrets / role),
        "OPTIONS": {"application_name": f"samling {role}", "connect_timeout": 5},
    }


def _if_there(path: Path) -> str:
    try:
        return path.read_text().strip()
    except OSError:
        return ""
