"""What has helped at home: who is counted, as one child whichever authority helped, and when it is told."""

from .helped import BACK, COUNTED, COUNTS, HEAD, NEW, OF, SHARES, SHIELD, counted, head, one
from .stage import done

FIRST = "db: guard.publish_helped()"
PUBLISH = "db: guard.publish_at_home()"
BED = "HOME-BEDTIME"
FIVE = f"{BED}/middle/5"
TWO = "select subject_id from people_child where family_name = 'N' order by subject_id limit 2"


def homes(many, code=BED, result="helped", *, born=2014, at="2025-03-03", unit="norrskolan", branch="school", asked=True):
    """So many more children whom somebody helped at home, and asked about it."""
    said = (
        f", e as (insert into support_outcome ({HEAD}, support_id, result, voice)"
        f" select {head('gen_random_uuid()', at)}, id, '{result}', 'giver' from k)"
    )
    return (
        f"db: with k as (select gen_random_uuid() as id from generate_series(1, {many})), s as (insert into people_subject"
        " (id, kind) select id, 'child' from k), c as (insert into people_child (subject_id, wall, branch_id, unit_id,"
        ' given_name, family_name, called, sort_key, birth_year, "group", home_municipality, language, opened_by_id,'
        f" opened_at) select id, 65, :{branch}, :{unit}, 'N', 'N', '', 'n', {born}, '', '', 'sv', :petra, guard.now() from k),"
        f" a as (insert into support_support ({HEAD}, kind, code, form, holder_id, starts_on, state, ended_because)"
        f" select {head('id', at)}, 'home', '{code}', 'school', :petra, '2025-02-03', 'going', '' from k)"
        f"{said if asked else ''} select count(*) from k"
    )


def met(second="guard.now()"):
    """The first two of them meet in a journey; the second may not have answered."""
    by = "null" if second == "null" else ":petra"
    return (
        "db: with j as (select gen_random_uuid() as id), s as (insert into people_subject (id, kind) select id, 'journey' from j),"
        " w as (insert into journey_journey (subject_id, begun_by_id, begun_at) select id, :petra, guard.now() from j),"
        f" k as (select subject_id, row_number() over (order by subject_id) as nr from ({TWO}) x)"
        " insert into journey_party (id, journey_id, child_id, unit_id, how, question, invited_by_id, invited_at, accepted_at,"
        " accepted_by_id) select gen_random_uuid(), j.id, k.subject_id, :norrskolan, 'space', '', :petra, guard.now(),"
        f" case nr when 1 then guard.now() else {second} end, case nr when 1 then :petra else {by} end from j, k"
    )


def nobody(title, *given):
    """Four who count and one who does not: nothing is told."""
    return done(title, PUBLISH, COUNTS, "", *given, FIRST)


DEEDS = [
    done("five are told", PUBLISH, COUNTS, FIVE, homes(5), FIRST),
    nobody("four are not", homes(4)),
    nobody("nor one of whom nobody has asked", homes(4), homes(1, asked=False)),
    nobody("nor own words", homes(5, code="")),
    nobody("nor what nobody could say", homes(4), homes(1, result="not_evaluated")),
    nobody("nor what came after the term", homes(4), homes(1, at="2025-07-02")),
    nobody("nor what was taken back", homes(5), one("support_support", BACK)),
    nobody("nor what is for one reader", homes(5), one("support_support", "only_for_id = :petra")),
    nobody("nor an answer taken back", homes(5), one("support_outcome", BACK)),
    nobody("nor an answer for one reader", homes(5), one("support_outcome", "only_for_id = :petra")),
    nobody("nor a protected child", homes(5), SHIELD),
    done("each municipality by itself", PUBLISH, OF, "granby_org/5", homes(5, unit="granbyskolan", branch="granby_school"), FIRST),
    done("social services count too", PUBLISH, COUNTS, FIVE, homes(3), homes(2, unit="reception", branch="social"), FIRST),
    done("before school it is preschool whoever helped", PUBLISH, COUNTS, f"{BED}/preschool/5",
         homes(5, born=2020, unit="reception", branch="social"), FIRST),
    nobody("one child helped by two authorities is one", homes(5), met()),
    done("who has not answered is not in it", PUBLISH, COUNTS, FIVE, homes(5), met("null"), FIRST),
    done("nobody is counted twice", PUBLISH, COUNTS, FIVE, homes(5), FIRST, PUBLISH),
    nobody("nor one whose other row was counted", homes(5), met(), counted(BED, f"subject_id in ({TWO.replace('2', '1')})"),
           f"db: update support_outcome set written_at = '2025-03-05' where subject_id in ({TWO.replace('limit 2', 'offset 1 limit 1')})",
           homes(1)),
    done("counted elsewhere is not counted here", PUBLISH, OF, "lovsjo_org/5", homes(5), counted(BED, NEW, "granby"), FIRST),
    done("nor does another thing's count hide it", PUBLISH, COUNTS, FIVE, homes(5), counted("HOME-PRAISE", NEW), FIRST),
    done("nor another child's", PUBLISH, COUNTS, FIVE, homes(5), counted(BED, "subject_id = :adam"), "petra: guard.begin_journey(:adam)", FIRST),
    done("how it went in blocks of ten", PUBLISH, SHARES, "lovsjo_org/10/5/5", homes(5), homes(5, result="no"), FIRST),
    done("beside what helped at school", PUBLISH, COUNTED, f"lovsjo_org/{BED}/5/no", homes(5), FIRST),
    done("only the night when a term is published", PUBLISH, COUNTS, "", homes(5), FIRST,
         "db: update adaptations_publishedterm set published_at = guard.now() - interval '2 days'"),
]  # fmt: skip
