"""Which policy stands on which table of the ground floor; chapters above bring their own."""

from pathlib import Path

from samling.kernel.settable import numbers
from samling.records.migrations import IN_COMPARTMENT, ME, Functions, Protect, Statements

SQL = Path(__file__).parent / "sql"
SOMEONE = "(select guard.me()) is not null"
STANDING = "'infinity'"  # a name or a phone number is no dated note: told from a day, it is told as it stands
SAME_CHILD = "exists (select from guard.my_family() f where f.subject_id = {table}.subject_id)"

LOGIN_TABLES = (
    "people_account",
    "people_session",
    "people_throttle",
    "account_emailaddress",
    "account_emailconfirmation",
    "mfa_authenticator",
    "socialaccount_socialaccount",
    "socialaccount_socialapp",
    "socialaccount_socialtoken",
    "auth_group",
    "auth_group_permissions",
    "auth_permission",
    "django_content_type",
)


def functions() -> list[Statements]:
    """Every guard function, in reading order, and the numbers that Samling comes with."""
    return [*(Functions(file) for file in sorted(SQL.glob("*.sql"))), known_settings()]


def known_settings() -> Statements:
    """What Samling comes with, as the guard asks for it: written from the one list in the kernel."""
    rows = ",\n    ".join(f"('{code}', date '{since}', {value}, {least}, {most})" for code, since, value, least, most in numbers())
    return Statements(
        "set role samling_guard;\n"
        "create or replace function guard.known_settings()\n"
        "  returns table (code text, since date, value int, lowest int, highest int)\n"
        "  language plpgsql immutable security definer set search_path = pg_catalog, pg_temp as $$\n"
        f"begin return query values\n    {rows};\nend $$;\nreset role;",
        again=True,
    )


def places() -> list[Protect]:
    """Reference tables that say nothing about a child, and the people who work."""
    reference = ("people_organisation", "people_branch", "people_unit", "people_roleright")
    return [
        *(Protect(table, "plain", see=SOMEONE, owner="yes") for table in reference),
        Protect("people_person", "plain", owner="yes",
                see=f"is_staff_member and {SOMEONE} or id = (select guard.me())"),
        Protect("people_capacity", "plain", owner="yes",
                see=f"unit_id is not null and {SOMEONE} or person_id = (select guard.me())"),
        Protect("people_rosterentry", "plain", owner="yes",
                see="unit_id = (select guard.my_unit()) and id not in (select guard.shielded_pupils())"),
    ]


def children() -> list[Protect]:
    """The child rows and the adults around them."""
    around = "given_name, family_name, phone, language, interpreter, until_at"
    return [
        Protect("people_child", "head", narrow="true", third="", writer="opened_by_id", key="subject_id", dated=STANDING,
                family=SAME_CHILD, grants="select", change=IN_COMPARTMENT,
                columns="called, \"group\", home_municipality, language, born_on, unit_id"),
        Protect("people_guardian", "head", narrow="true", third="", dated=STANDING,
                family=f"person_id = (select guard.me()) and {SAME_CHILD}", change=IN_COMPARTMENT,
                columns=f"{around}, custody, custody_evidence, verified_on, relation, safe_phone, email, address, "
                "contact_rule"),
        Protect("people_significantadult", "head", narrow="true", third="", family="false", dated=STANDING, change=IN_COMPARTMENT,
                columns=f"{around}, relation"),
    ]


def rights() -> list[Protect]:
    """The dated rows that decide: shown to those who work with the child, written by guard functions only."""
    at_work = "subject_id in (select guard.my_work())"
    led = "subject_id in (select guard.my_unit_children())"
    known = (f"(wall = any ((select guard.my_unit_walls())::int[]) and {led} "
             "or (subject_id, wall) in (select p.subject_id, p.wall from guard.my_pairs() p))")
    covered = (f"(walls && (select guard.my_unit_walls())::int[] and {led} "
               "or exists (select from guard.my_pairs() p where p.subject_id = access_ground.subject_id "
               "and p.wall = any (access_ground.walls)))")
    unshielded = "subject_id not in (select guard.shielded())"
    return [
        Protect("access_assignment", "plain", see=f"capacity_id = {ME} or {at_work} and {unshielded}"),
        Protect("access_ground", "plain",
                see=f"{unshielded} and ({covered} or id in (select d.ground_id from guard.my_disclosures() d))"),
        Protect("access_groundconsent", "plain",
                see="exists (select from access_ground g where g.id = access_groundconsent.ground_id)"),
        Protect("access_disclosure", "plain",
                see=f"{unshielded} and ({known} or id in (select d.id from guard.my_disclosures() d))"),
        Protect("access_jointteam", "plain", see=SOMEONE, owner="yes"),
        Protect("access_jointmember", "plain", see=SOMEONE, owner="yes"),
    ]


def duty() -> list[Protect]:
    """Who stands in for whom: of people who work, for people who work; written by guard functions only."""
    staff = "(select guard.my_unit()) is not null"
    return [Protect(table, "plain", see=staff) for table in ("people_deputy", "people_leave", "people_succession")]


def closed() -> list[Protect]:
    """Tables that no page reads: through functions alone, or by the sign-in role."""
    guarded = (
        "people_subject",
        "people_identitynumber",
        "people_protection",
        "access_protectedreader",
        "access_look",
        "access_seal",
        "access_securityevent",
    )
    return [
        *(Protect(table, "closed") for table in guarded),
        *(Protect(table, "closed", to="samling_login") for table in LOGIN_TABLES),
    ]


LOG_COLUMNS = Statements(
    """
    alter table access_look add column position bigint generated always as identity;
    alter table access_look add column tx xid8 not null default pg_current_xact_id();
    create index access_look_in_order on access_look ((tx::text::bigint), position);
    """
)

APPEND_ONLY = Statements(
    """
    create trigger append_only before update or delete or truncate on access_look
      for each statement execute function guard.no_change();
    create trigger append_only before update or delete or truncate on access_seal
      for each statement execute function guard.no_change();
    create trigger append_only before update or delete or truncate on access_securityevent
      for each statement execute function guard.no_change();
    """
)
