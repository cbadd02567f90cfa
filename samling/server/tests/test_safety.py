import pytest

from samling.server import inspection, safety

SAFE = {
    "SAMLING_DB_HOST": "db.example.se",
    "SAMLING_SECRET_KEY": "k" * 64,
    "SAMLING_HOSTS": "samling.example.se",
    "SAMLING_MAIL_HOST": "mail.example.se",
    "SAMLING_HEADS_SYSLOG": "/dev/log",
}
UNSAFE = [
    ({"SAMLING_DEMO": "1"}, "The demo is on"),
    ({"SAMLING_DEBUG": "yes"}, "Debugging is on"),
    ({"SAMLING_DB_HOST": ""}, "The database is the embedded one"),
    ({"SAMLING_SECRET_KEY": ""}, "The secret key is missing or short"),
    ({"SAMLING_SECRET_KEY": "short"}, "The secret key is missing or short"),
    ({"SAMLING_HTTPS": "0"}, "Pages may go over plain http"),
    ({"SAMLING_HOSTS": ""}, "does not know its own name"),
    ({"SAMLING_HOSTS": "a.se *"}, "answers to any name"),
    ({"SAMLING_MAIL_HOST": ""}, "No mail server"),
    ({"SAMLING_HEADS_SYSLOG": ""}, "The log's seals are kept on this machine only"),
    ({"SAMLING_DB_PASSWORD_OWNER": "o"}, "The owner's password is within reach"),
    ({"SAMLING_DB_SSLMODE": "require"}, "The connection to the database is not checked"),
    ({"SAMLING_SECRET_KEY_FILE": "/nowhere/key"}, "cannot be read"),
]


@pytest.fixture(autouse=True)
def _ordinary_user(monkeypatch):
    monkeypatch.setattr(safety.os, "geteuid", lambda: 1000)


def test_an_installation_that_is_well_set_up_has_no_findings():
    assert safety.findings(SAFE) == []


@pytest.mark.parametrize(("change", "sentence"), UNSAFE)
def test_each_thing_unsafe_is_said_with_what_to_do(change, sentence):
    found = safety.findings(SAFE | change)
    assert sentence in " ".join(finding.what for finding in found)
    assert all(finding.do for finding in found)


def test_the_demo_of_make_run_is_not_called_safe():
    said = {finding.what.split(":")[0] for finding in safety.findings({"SAMLING_DEMO": "1"})}
    assert {"The demo is on", "Pages may go over plain http, where others can read them."} <= said


def test_root_is_a_finding(monkeypatch):
    monkeypatch.setattr(safety.os, "geteuid", lambda: 0)
    assert [finding.what for finding in safety.findings(SAFE)] == ["Samling runs as root."]


def test_a_secret_that_others_can_read_is_a_finding(tmp_path):
    (tmp_path / "app").write_text("p")
    (tmp_path / "app").chmod(0o644)
    found = safety.findings(SAFE | {"SAMLING_DB_PASSWORDS": str(tmp_path)})
    assert [finding.do for finding in found] == [f"chmod 600 {tmp_path / 'app'}"]


def test_the_owners_password_in_the_folder_of_the_pages_is_a_finding(tmp_path):
    (tmp_path / "owner").touch(0o600)
    found = safety.findings(SAFE | {"SAMLING_DB_PASSWORDS": str(tmp_path)})
    assert [finding.what.split(" is")[0] for finding in found] == ["The owner's password"]


def test_a_database_that_does_not_answer_is_a_finding():
    found = inspection.database_findings({"SAMLING_DB_HOST": "/nowhere"})
    assert found[0].what.startswith("The database does not answer to samling_app")


def test_the_database_is_asked_for_powers_walls_and_tables(cluster, monkeypatch):
    monkeypatch.setattr(inspection.addresses, "dsn", lambda role, environ: cluster.dsn(role))
    with cluster.superuser("samling") as admin:
        admin.execute("alter role samling_login bypassrls")
        admin.execute("create table public.open_house (i int)")
        admin.execute("create policy p on public.open_house using (false)")
        admin.execute("alter table public.open_house owner to samling_app")
        try:
            said = [finding.what for finding in inspection.database_findings({})]
        finally:
            admin.execute("alter role samling_login nobypassrls; drop table public.open_house")
    assert said == [
        "The role samling_login has the power BYPASSRLS.",
        "The walls of table open_house are switched off.",
        "The pages' role owns a table and could take its walls away.",
        "The tables are not there.",
    ]


def test_the_report_ends_with_one_when_anything_is_unsafe(capsys, monkeypatch):
    monkeypatch.setattr(safety, "database_findings", lambda environ: [])
    monkeypatch.setattr(safety, "house_findings", lambda environ, at: [])
    assert safety.report(SAFE) == 0
    assert safety.report(SAFE | {"SAMLING_DEMO": "1"}) == 1
    assert "Remove SAMLING_DEMO." in capsys.readouterr().out
