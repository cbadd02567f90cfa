"""Which schools a team meets, and what waits for a team that has not received it."""

from .given import INVITED, JOINED, ground
from .stage import done, refused, told

WHO = "The system administrator says which schools the teams of the organisation meet."
SCHOOL = "Name a school, and the decision it rests on."
AGREED = "A school of another organisation needs an agreement that is in force."
ALREADY = "The team meets this school already."
NONE = "There is no such school to take away."
ROWS = "db: select team_id, school_id, number, written_by_id, until_at is null from referral_servedschool"
ENDED = "db: select until_at <= guard.now(), ended_by_id from referral_servedschool where ended_at is not null"
END = "guard.end_served_school(:row)"


def put(team: str = "lotsen_social", school: str = "norrskolan", paper: str = "1") -> str:
    return f"guard.put_served_school(:{team}, :{school}, '{paper}') as row"


def agree(of: str = "lovsjo_org", other: str = "linden_school", **more: str) -> str:
    dates = {"from_at": "guard.now() - interval '1 day'", "until_at": "null"} | more
    return (
        f"db: insert into people_agreement (id, organisation_id, with_branch_id, how, number, {', '.join(dates)}, written_by_id,"
        f" written_at) values (gen_random_uuid(), :{of}, :{other}, 'space', '1', {', '.join(dates.values())}, :ingrid, guard.now())"
    )


def asks(**more: str) -> str:
    """A referral to the invited unit, arranged past the verb."""
    columns = {"party_id": ":party", "withdrawn_at": "null", "withdrawn_by_id": "null"} | more
    return (
        "db: insert into referral_referral (id, subject_id, wall, written_by_id, written_at, for_guardians,"
        " for_guardians_because, for_child, rows, tier, home_municipality, school_municipality, due_on, "
        f"{', '.join(columns)}) select gen_random_uuid(), p.journey_id, 40, :gunilla, guard.now(), 'yes', '', false, '{{}}', 2,"
        f" '', '', '2025-12-01', {', '.join(columns.values())} from journey_party p where p.id = :party returning id as referral"
    )


PUT = f"ingrid: {put()}"
LIST = "select party, referral, due_on from guard.referrals_waiting()"
WAITS = "party/referral/2025-12-01"
NOORS = (
    ground(child="noor", called="noors"),
    "petra: guard.invite_party(:noor, :reception, :noors, 'space', 'and noor') as noors_party",
)

DEEDS = [
    # -- which schools a team meets ----------------------------------------------------------------------------------
    done("the system administrator notes a school", PUT, ROWS, "lotsen_social/norrskolan/1/ingrid/yes"),
    done("a preschool too", f"ingrid: {put(school='lingonet')}", ROWS, "lotsen_social/lingonet/1/ingrid/yes"),
    done("for another team", f"ingrid: {put('lotsen_school')}", "db: select count(*) from referral_servedschool", "2", PUT),
    done("and for another school", f"ingrid: {put(school='soderskolan')}", "db: select count(*) from referral_servedschool", "2", PUT),
    refused("a head teacher notes none", f"gunilla: {put()}", WHO),
    refused("nor does nobody", f"nobody: {put()}", WHO),
    refused("not for an office", f"ingrid: {put('reception')}", WHO),
    refused("nor for what is no unit", f"ingrid: {put('adam')}", WHO),
    refused("nor for another organisation's team", f"ingrid: {put('granby_reception')}", WHO,
            "db: update people_unit set kind = 'team' where id = :granby_reception"),
    refused("nor for health care", f"ingrid: {put()}", WHO, "db: update people_branch set domain = 'health' where id = :social"),
    refused("no office is a school", f"ingrid: {put(school='reception')}", SCHOOL),
    refused("nor is nothing", f"ingrid: {put(school='adam')}", SCHOOL),
    refused("it rests on a decision", f"ingrid: {put(paper=' ')}", SCHOOL),
    refused("another organisation's school is not met without agreement", f"ingrid: {put(school='linden')}", AGREED),
    done("with one it is", f"ingrid: {put(school='linden')}", ROWS, "lotsen_social/linden/1/ingrid/yes", agree()),
    done("theirs with us as well", f"ingrid: {put(school='linden')}", ROWS, "lotsen_social/linden/1/ingrid/yes",
         agree("linden_org", "social")),
    done("one that will end too", f"ingrid: {put(school='linden')}", ROWS, "lotsen_social/linden/1/ingrid/yes",
         agree(until_at="guard.now() + interval '1 day'")),
    refused("not one with somebody else", f"ingrid: {put(school='linden')}", AGREED, agree(other="granby_school")),
    refused("not one to come", f"ingrid: {put(school='linden')}", AGREED, agree(from_at="guard.now() + interval '1 day'")),
    refused("not one that is over", f"ingrid: {put(school='linden')}", AGREED, agree(until_at="guard.now()")),
    refused("not the same school twice", PUT, ALREADY, PUT),
    refused("not while it stands for some time yet", PUT, ALREADY, PUT,
            "db: update referral_servedschool set until_at = guard.now() + interval '1 day'"),
    done("again when it was ended", PUT, "db: select count(*) from referral_servedschool", "2", PUT, f"ingrid: {END}"),
    # -- and no longer -----------------------------------------------------------------------------------------------
    done("it is ended at once", f"ingrid: {END}", ENDED, "yes/ingrid", PUT),
    done("and no other with it", f"ingrid: {END}", "db: select count(*) from referral_servedschool where until_at is null", "1", PUT,
         f"ingrid: {put('lotsen_school')}"),
    refused("not twice", f"ingrid: {END}", NONE, PUT, f"ingrid: {END}"),
    refused("not by a head teacher", f"gunilla: {END}", NONE, PUT),
    refused("not for another organisation", f"ingrid: {END}", NONE, PUT,
            "db: update referral_servedschool set team_id = :granby_reception"),
    refused("not for what is no unit of ours", f"ingrid: {END}", NONE, PUT,
            "db: update people_branch set organisation_id = :granby_org where id = :social"),
    # -- what waits --------------------------------------------------------------------------------------------------
    told("a question waits for the invited unit", f"tomas: {LIST}", WAITS, *INVITED, asks()),
    told("an invitation alone is no question", f"tomas: {LIST}", "", *INVITED),
    told("nor is one about another child", f"tomas: {LIST}", WAITS, *INVITED, asks(), *NOORS),
    told("another unit knows nothing of it", f"karin: {LIST}", "", *INVITED, asks()),
    told("what was received waits no more", f"tomas: {LIST}", "", *JOINED, asks()),
    told("nor what was taken back", f"tomas: {LIST}", "", *INVITED, asks(withdrawn_at="guard.now()", withdrawn_by_id=":gunilla")),
]  # fmt: skip
