"""Where reports are received, and the lists of classes."""

from .given import capacity
from .stage import done, refused, told

MAY_NOT = "Your role may not change this setting."
NAMED = "A place that receives reports has a name and a number."
HEAD = "The head of the unit keeps its class lists."
MENTOR = "The mentor works with children in this unit."
STANDS = ("db: select organisation_id, name, phone from concern_reportcontact"
          " where until_at is null and organisation_id = :lovsjo_org and municipality_code = '{}'")
LIST = "db: select \"group\", mentor_id, unit_id from people_rosterentry where sort_key = 'ek bo'"


def reports(name: str = "Ny", phone: str = "1", place: str = "9901") -> str:
    return f"guard.put_report_contact('{place}', '{name}', '{phone}', '', '', '', '')"


def pupil(group: str = "4B", given: str = "Bo", family: str = "Ek", year: int = 2015, mentor: str = "null") -> str:
    return f"guard.put_pupil('{group}', '{given}', '{family}', 'ek bo', {year}, {mentor})"


DEEDS = [
    done("the system administrator writes where reports are received", f"ingrid: {reports()}", STANDS.format("9901"), "lovsjo_org/Ny/1"),
    done("the old number is over, and others' are not", f"ingrid: {reports()}",
         "db: select count(*) > 0 from concern_reportcontact where until_at is null and organisation_id <> :lovsjo_org", "yes"),
    done("nor another organisation's about the same municipality", f"ingrid: {reports()}",
         "db: select count(*) > 0 from concern_reportcontact where until_at is null and organisation_id <> :lovsjo_org", "yes",
         "db: update concern_reportcontact set municipality_code = '9901'"),
    done("nor that of another municipality", f"ingrid: {reports(place='9902')}",
         "db: select count(*) from concern_reportcontact where until_at is null and organisation_id = :lovsjo_org", "2"),
    done("what is over stays as it was", f"ingrid: {reports()}",
         "db: select count(*) from concern_reportcontact where until_at < guard.now() - interval '1 hour'", "1",
         "db: update concern_reportcontact set until_at = guard.now() - interval '1 day' where organisation_id = :lovsjo_org"),
    done("what would have ended later ends now", f"ingrid: {reports()}",
         "db: select count(*) from concern_reportcontact where until_at > guard.now()", "0",
         "db: update concern_reportcontact set until_at = guard.now() + interval '1 day' where organisation_id = :lovsjo_org"),
    refused("a head teacher writes none", f"gunilla: {reports()}", MAY_NOT),
    refused("it has a name", f"ingrid: {reports(' ')}", NAMED),
    refused("and a number", f"ingrid: {reports(phone=' ')}", NAMED),
    # -- class lists -----------------------------------------------------------------------------------------------------
    done("the head puts a pupil on the list", f"gunilla: {pupil(mentor=':petra')}", LIST, "4B/petra/norrskolan"),
    told("and is told so", f"gunilla: {pupil()}", "new"),
    told("the same again changes nothing", f"gunilla: {pupil()}", "same", f"gunilla: {pupil()}"),
    done("another class is a change", f"gunilla: {pupil('5B')}", LIST, "5B/-/norrskolan", f"gunilla: {pupil()}"),
    told("and is told so too", f"gunilla: {pupil('5B')}", "changed", f"gunilla: {pupil()}"),
    done("a change touches no other pupil", f"gunilla: {pupil('5B')}",
         "db: select count(*) from people_rosterentry where \"group\" = '5B'", "1", f"gunilla: {pupil()}"),
    told("a namesake of another year is somebody else", f"gunilla: {pupil(year=2014)}", "new", f"gunilla: {pupil()}"),
    told("a namesake at another school too", f"gunilla: {pupil()}", "new", f"olof: {pupil()}"),
    told("another name is another pupil", "gunilla: guard.put_pupil('4B', 'Bo', 'Al', 'al bo', 2015, null)", "new", f"gunilla: {pupil()}"),
    refused("a mentor keeps none", f"petra: {pupil()}", HEAD),
    refused("nor does the system administrator", f"ingrid: {pupil()}", HEAD),
    refused("nor one who leads without children", f"lead: {pupil()}", HEAD, capacity("lead", "henrik", "norrskolan", "head_teacher"),
            "db: update people_roleright set may_hold_children = false where role = 'head_teacher'"),
    refused("nor nobody", f"nobody: {pupil()}", HEAD),
    refused("the mentor works at the unit", f"gunilla: {pupil(mentor=':ulf')}", MENTOR),
    refused("and with children", f"gunilla: {pupil(mentor=':lead')}", MENTOR, capacity("lead", "henrik", "norrskolan", "programme_lead")),
    refused("a pupil has a given name", f"gunilla: {pupil(given=' ')}", "A person has a name."),
    refused("and a family name", f"gunilla: {pupil(family=' ')}", "A person has a name."),
]  # fmt: skip
