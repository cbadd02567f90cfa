"""Which policy stands on which of the tables of attendance."""

from pathlib import Path

from samling.records.migrations import IN_COMPARTMENT, MY_ORGANISATION, OWN_NOTE, Functions, Protect

FUNCTIONS = Functions(Path(__file__).parent / "sql" / "10_attendance.sql")
SHOWN = "for_guardians, for_guardians_because, for_child, withdrawn_at, withdrawn_by_id"
OWN_FILE = f"file_id in (select f.id from attendance_attendancefile f where f.{OWN_NOTE})"


def of_files(columns: str) -> Protect:
    """A file for its importer alone; that it is applied is said by the guard."""
    add = f"{OWN_NOTE} and unit_id = (select guard.my_unit()) and applied_at is null"
    return Protect("attendance_attendancefile", "plain", see=OWN_NOTE, add=add, change=OWN_NOTE, columns=columns)


def walls() -> list[Protect]:
    """Weeks and inquiries behind their walls; a file on its way in for its importer alone."""
    return [
        Protect("attendance_attendanceweek", "head", change=IN_COMPARTMENT,
                columns=f"{SHOWN}, replaced_at, replaced_by_id"),
        Protect("attendance_attendancepattern", "body", head="attendance_attendanceweek"),
        Protect("attendance_absenceinquiry", "head", change=IN_COMPARTMENT,
                columns=f"{SHOWN}, together, told_on, done_on, reported_on, home_told_on, changed_at, changed_by_id"),
        Protect("attendance_absenceinquirybody", "body", head="attendance_absenceinquiry", change=IN_COMPARTMENT,
                columns="outcome"),
        Protect("attendance_ladderstep", "plain", see=MY_ORGANISATION, owner="yes"),
        of_files("cancelled_at, cancelled_by_id, forgotten_at"),
        Protect("attendance_filepart", "plain", see=OWN_FILE, add=OWN_FILE, change=OWN_FILE,
                columns="lines, problems, unknown, checked_at"),
        Protect("attendance_columnmap", "plain", see=MY_ORGANISATION, add=f"{OWN_NOTE} and {MY_ORGANISATION}"),
    ]  # fmt: skip
