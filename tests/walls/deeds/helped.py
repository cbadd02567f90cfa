"""What has helped: who is counted, when it is told, and to whom."""

from .stage import done, told

PUBLISH = "db: guard.publish_helped()"
COUNTS = "db: select code, stage, children from adaptations_helpedcount"
OF = "db: select organisation_id, children from adaptations_helpedcount"
SHARES = "db: select organisation_id, children, least, most from adaptations_helpedshare"
COUNTED = "db: select organisation_id, code, count(*), bool_or(is_shared) from adaptations_countedchild group by 1, 2"
TERMS = "db: select organisation_id, term_on from adaptations_publishedterm"
ANEW = "db: delete from adaptations_publishedterm"
HEAD = "id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because, for_child"
STEPS, MOVE, ELSE = "ADAPT-STEPS", "ADAPT-MOVE", "ADAPT-MEAL"


def head(pk, at):
    return f"{pk}, id, 70, :petra, timestamptz '{at}', 'no', '', false"


def kids(many, code=STEPS, result="helped", *, born=2014, at="2025-03-03", unit="norrskolan", branch="school", asked=True):
    """So many more children for whom something was tried, and asked about."""
    evaluated = (
        f", e as (insert into adaptations_evaluation ({HEAD}, adaptation_id, result, voice)"
        f" select {head('gen_random_uuid()', at)}, id, '{result}', 'school' from k)"
    )
    return (
        f"db: with k as (select gen_random_uuid() as id from generate_series(1, {many})), s as (insert into people_subject"
        " (id, kind) select id, 'child' from k), c as (insert into people_child (subject_id, wall, branch_id, unit_id,"
        ' given_name, family_name, called, sort_key, birth_year, "group", home_municipality, language, opened_by_id,'
        f" opened_at) select id, 65, :{branch}, :{unit}, 'N', 'N', '', 'n', {born}, '', '', 'sv', :petra, guard.now() from k),"
        f" a as (insert into adaptations_adaptation ({HEAD}, code, place, row, starts_on, holder_id)"
        f" select {head('id', at)}, '{code}', 'lesson', '', '2025-02-03', :petra from k)"
        f"{evaluated if asked else ''} select count(*) from k"
    )


def at_tables(many, place="k-tried-0", version=1, effect="helped", *, at="2025-03-03", empty=False):
    """So many checklists on which something is said to have been tried."""
    return (
        f"db: with k as (select gen_random_uuid() as id from generate_series(1, {many})), s as (insert into people_subject"
        " (id, kind) select id, 'child' from k), c as (insert into people_child (subject_id, wall, branch_id, unit_id,"
        ' given_name, family_name, called, sort_key, birth_year, "group", home_municipality, language, opened_by_id,'
        " opened_at) select id, 65, :school, :norrskolan, 'N', 'N', '', 'n', 2014, '', '', 'sv', :petra, guard.now() from k),"
        f" l as (insert into checklist_checklist ({HEAD}, set_code, set_version) select {head('id', at)}, 's', '1' from k)"
        f" insert into checklist_tried ({HEAD}, checklist_id, place, version, is_empty, asked, adaptation, effect)"
        f" select {head('gen_random_uuid()', at)}, id, '{place}', {version}, {str(empty).lower()}, 's 1', '{STEPS}',"
        f" '{effect}' from k"
    )


def again(place="k-tried-0", version=2, effect="helped", *, at="2025-03-04", empty=False, of="5"):
    """One more line on one of the tables, or on all."""
    return (
        f"db: insert into checklist_tried ({HEAD}, checklist_id, place, version, is_empty, asked, adaptation, effect)"
        f" select {head('gen_random_uuid()', at)}, id, '{place}', {version}, {str(empty).lower()}, 's 1', '{STEPS}',"
        f" '{effect}' from checklist_checklist limit {of}"
    )


def one(table, said):
    """One row of a table is otherwise."""
    return f"db: update {table} set {said} where id = (select id from {table} limit 1)"


def counted(code, who, org="lovsjo", shared=True):
    """Some were counted before."""
    return (
        "db: insert into adaptations_countedchild (id, organisation_id, subject_id, code, helped, is_shared) select"
        f" gen_random_uuid(), :{org}_org, subject_id, '{code}', true, {str(shared).lower()} from people_child where {who}"
    )


NEW = "family_name = 'N'"
BACK = "withdrawn_at = guard.now(), withdrawn_by_id = :petra"
FIVE = f"{STEPS}/middle/5"
SHIELD = (
    "db: insert into people_protection (id, subject_id, form, decided_by_id, from_at) select gen_random_uuid(), subject_id,"
    " 'marked', :petra, guard.now() - interval '1 day' from people_child where family_name = 'N' limit 1"
)
STAGE = "db: guard.stage_of(:adam, '{}')"


def nobody(title, *given):
    """Four who count and one who does not: nothing is told."""
    return done(title, PUBLISH, COUNTS, "", *given)


DEEDS = [
    # -- where a child goes ----------------------------------------------------------------------------------------
    told("in year three in spring", STAGE.format("2025-03-03 12:00+00"), "early"),
    told("and in year four when a school year begins", STAGE.format("2025-07-01 12:00+02"), "middle"),
    told("and in year seven", STAGE.format("2028-09-01 12:00+00"), "late"),
    told("at preschool whatever the age", STAGE.format("2025-03-03 12:00+00"), "preschool",
         "db: update people_child set unit_id = :lingonet where subject_id = :adam"),
    # -- who is counted ----------------------------------------------------------------------------------------------
    done("five are told", PUBLISH, COUNTS, FIVE, kids(5)),
    nobody("four are not", kids(4)),
    nobody("nor one of whom nobody has asked", kids(4), kids(1, asked=False)),
    nobody("nor what was taken back", kids(5), one("adaptations_adaptation", BACK)),
    nobody("nor what is for one reader", kids(5), one("adaptations_adaptation", "only_for_id = :petra")),
    nobody("nor an answer taken back", kids(5), one("adaptations_evaluation", BACK)),
    nobody("nor an answer for one reader", kids(5), one("adaptations_evaluation", "only_for_id = :petra")),
    nobody("nor what nobody could say", kids(4), kids(1, result="not_evaluated")),
    nobody("nor what came after the term", kids(4), kids(1, at="2025-07-02")),
    nobody("nor own words", kids(5, code="SECRET")),
    nobody("nor a protected child", kids(5), SHIELD),
    nobody("nor children of another authority", kids(5, unit="reception", branch="social")),
    done("each municipality by itself", PUBLISH, OF, "granby_org/5", kids(5, unit="granbyskolan", branch="granby_school")),
    # -- what was tried before the table met ----------------------------------------------------------------------
    done("what the table knows counts", PUBLISH, COUNTS, FIVE, at_tables(5)),
    nobody("not a line taken back", at_tables(5), one("checklist_tried", BACK)),
    nobody("nor one for one reader", at_tables(5), one("checklist_tried", "only_for_id = :petra")),
    nobody("nor an empty one", at_tables(4), at_tables(1, empty=True)),
    nobody("nor one emptied later", at_tables(5), again(empty=True, of="1")),
    done("what was emptied after the term counts", PUBLISH, COUNTS, FIVE, at_tables(5), again(at="2025-08-04", empty=True)),
    done("another line at the table hides none", PUBLISH, COUNTS, FIVE, at_tables(5), again("k-tried-1", 3, empty=True)),
    done("nor does another table's", PUBLISH, COUNTS, FIVE, at_tables(5), at_tables(1, version=4, empty=True)),
    # -- nobody twice ------------------------------------------------------------------------------------------------
    done("nobody is counted twice", PUBLISH, COUNTS, FIVE, kids(5), PUBLISH, ANEW),
    done("counted elsewhere is not counted here", PUBLISH, OF, "lovsjo_org/5", kids(5), counted(STEPS, NEW, "granby")),
    done("another child's count hides none", PUBLISH, COUNTS, FIVE, kids(5), counted(STEPS, "subject_id = :adam")),
    done("nor does another adaptation's", PUBLISH, COUNTS, FIVE, kids(5), counted(MOVE, NEW)),
    # -- where -------------------------------------------------------------------------------------------------------
    done("each stage with five by itself", PUBLISH, COUNTS, f"{STEPS}/early/5, {STEPS}/middle/6", kids(6), kids(5, born=2018)),
    done("smaller ones together", PUBLISH, COUNTS, f"{STEPS}/several/6", kids(3), kids(3, born=2018)),
    nobody("not when one could work them out", kids(4), kids(4, born=2018)),
    done("what is not told is not counted", PUBLISH, COUNTED, f"lovsjo_org/{STEPS}/5/no", kids(5), kids(4, born=2018)),
    done("each adaptation by itself", PUBLISH, COUNTED, f"lovsjo_org/{MOVE}/5/no, lovsjo_org/{STEPS}/5/no", kids(5), kids(5, MOVE)),
    # -- how it went -------------------------------------------------------------------------------------------------
    done("half and half", PUBLISH, SHARES, "lovsjo_org/10/5/5", kids(5), kids(5, result="no")),
    done("few were helped", PUBLISH, SHARES, "lovsjo_org/10/0/4", kids(2), kids(8, result="no")),
    done("nearly all were", PUBLISH, SHARES, "lovsjo_org/10/6/10", kids(8, result="partly"), kids(2, result="made_worse")),
    done("nine are too few", PUBLISH, SHARES, "", kids(9)),
    done("also with another municipality's", PUBLISH, SHARES, "", kids(5), kids(5, unit="granbyskolan", branch="granby_school")),
    done("told once", PUBLISH, SHARES, "lovsjo_org/10/6/10", kids(10), PUBLISH, ANEW, kids(5, at="2025-03-04")),
    done("what waits goes on waiting", PUBLISH, COUNTED,
         f"granby_org/{STEPS}/1/no, lovsjo_org/{MOVE}/5/no, lovsjo_org/{STEPS}/10/yes",
         kids(10), kids(5, MOVE), counted(STEPS, "subject_id = :noor", "granby", shared=False)),
    # -- when and to whom --------------------------------------------------------------------------------------------
    done("the spring is over in autumn", PUBLISH, TERMS, "granby_org/2025-01-01, linden_org/2025-01-01, lovsjo_org/2025-01-01"),
    done("the autumn in spring", PUBLISH, TERMS, "granby_org/2025-07-01, linden_org/2025-07-01, lovsjo_org/2025-07-01",
         "db: select guard.mark_installation('test', timestamptz '2026-02-02 12:00+00' - statement_timestamp())"),
    told("once for each", PUBLISH, "0", PUBLISH),
    told("another term stops none", PUBLISH, "3",
         "db: insert into adaptations_publishedterm (id, organisation_id, term_on, published_at)"
         " select gen_random_uuid(), id, '2024-07-01', guard.now() from people_organisation"),
    told("nor does another municipality", PUBLISH, "2",
         "db: insert into adaptations_publishedterm (id, organisation_id, term_on, published_at)"
         " values (gen_random_uuid(), :granby_org, '2025-01-01', guard.now())"),
    told("one's own municipality", "petra: select code, stage, children from guard.what_helped()",
         f"{STEPS}//10, {STEPS}/middle/10", kids(10), kids(11, ELSE, unit="granbyskolan", branch="granby_school"), PUBLISH),
    told("also to those who hold no children", "henrik: select code, stage, children from guard.what_helped()", FIVE,
         kids(5), PUBLISH),
    told("nobody is told nothing", "nobody: select code from guard.what_helped()", "", kids(5), PUBLISH),
    told("the latest term of one's own", "petra: guard.helped_term()", "2025-01-01", PUBLISH,
         "db: insert into adaptations_publishedterm (id, organisation_id, term_on, published_at)"
         " values (gen_random_uuid(), :granby_org, '2025-07-01', guard.now())"),
]  # fmt: skip
