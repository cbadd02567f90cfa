import pytest

from samling.server import addresses
from samling.server.trouble import Trouble

NAMED = {"SAMLING_DB_HOST": "db.example.se", "SAMLING_DB_PASSWORD_APP": "a", "SAMLING_DB_PASSWORD_LOGIN": "l"}


def test_the_pages_hold_three_roles_and_never_the_owner():
    found = addresses.databases(NAMED | {"SAMLING_DB_PASSWORD_OWNER": "o"})
    assert {alias: address["USER"] for alias, address in found.items()} == {
        "default": "samling_app",
        "log": "samling_audit",
        "login": "samling_login",
    }
    assert "o" not in [address["PASSWORD"] for address in found.values()]


def test_a_command_gets_the_roles_it_asks_for():
    found = addresses.databases(NAMED | {"SAMLING_AS": "owner, worker", "SAMLING_DB_PASSWORD_OWNER": "o"})
    assert (found["owner"]["USER"], found["owner"]["PASSWORD"]) == ("samling_owner", "o")
    assert found["worker"]["USER"] == "samling_worker"


def test_a_role_that_does_not_exist_is_refused():
    with pytest.raises(Trouble, match="SAMLING_AS=root is not a role"):
        addresses.databases(NAMED | {"SAMLING_AS": "root"})


def test_host_port_name_and_password_come_from_the_environment():
    found = addresses.databases(NAMED | {"SAMLING_DB_PORT": "6543", "SAMLING_DB_NAME": "skola"})["default"]
    assert [found[key] for key in ("HOST", "PORT", "NAME", "PASSWORD")] == [
        "db.example.se",
        "6543",
        "skola",
        "a",
    ]
    assert (found["CONN_MAX_AGE"], found["CONN_HEALTH_CHECKS"], found["AUTOCOMMIT"]) == (600, True, True)


def test_passwords_come_from_a_variable_a_file_or_a_folder(tmp_path):
    (tmp_path / "app").write_text("i mappen\n")
    (tmp_path / "other").write_text("i filen\n")
    folder = {"SAMLING_DB_PASSWORDS": str(tmp_path)}
    file = {"SAMLING_DB_PASSWORD_APP_FILE": str(tmp_path / "other")}
    assert addresses.password("app", folder) == "i mappen"
    assert addresses.password("app", folder | file) == "i filen"
    assert addresses.password("app", folder | file | {"SAMLING_DB_PASSWORD_APP": "i minnet"}) == "i minnet"
    assert addresses.password("audit", folder) == ""


def test_a_server_across_a_network_must_prove_who_it_is():
    assert addresses.address("app", NAMED)["OPTIONS"]["sslmode"] == "verify-full"
    socket = addresses.address("app", NAMED | {"SAMLING_DB_HOST": "/run/postgresql"})
    assert "sslmode" not in socket["OPTIONS"]


def test_settings_can_be_read_before_the_first_start(tmp_path):
    found = addresses.databases({"SAMLING_CLUSTER": "never-started"})
    assert found["default"]["PASSWORD"] == ""
    assert found["default"]["HOST"].startswith("/tmp/samling-")


def test_an_address_serves_psycopg_as_well():
    dsn = addresses.dsn("app", NAMED)
    assert (dsn["host"], dsn["user"], dsn["dbname"]) == ("db.example.se", "samling_app", "samling")
    assert dsn["application_name"] == "samling app"
