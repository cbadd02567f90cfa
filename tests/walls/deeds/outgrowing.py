"""A child outgrows what is offered: from when it is told, to whom, and to whom never."""

from .coordination import BEGUN, SHIELDED, coordinate
from .given import JOINED, put
from .holders import SHUT
from .reminders import notice
from .stage import done, told
from .tasks import settled
from .transitions import package

WARN = "worker: guard.warn_of_span()"
WORD = "db: select to_id, sent_by_id, subject_id from journey_notice where kind = 'outgrows'"
OTHER = "petra: guard.begin_journey(:noor) as other"
CLOSE = "db: update journey_journey set closed_at = guard.now(), back_until_on = '2026-06-01'"
BOTH = "gunilla/gunilla/adam, petra/petra/adam"
SOON_OUT = settled("age.span_until", 11)  # Adam was born in 2015, so 30 June 2026
YEAR = "db: update people_child set birth_year = {} where subject_id = :adam"
OF = "{}: select guard.span_of(:adam)"
ALREADY = notice(to="petra", kind="'outgrows'", subject_id=":adam")

DEEDS = [
    done("who coordinates and who leads are told, a year ahead", WARN, WORD, BOTH, *BEGUN, SOON_OUT),
    done("once", WARN, WORD, BOTH, *BEGUN, SOON_OUT, WARN),
    done("by the year that Samling comes with", WARN, WORD, BOTH, *BEGUN, YEAR.format(2010)),
    done("not earlier", WARN, WORD, "", *BEGUN, YEAR.format(2011)),
    done("an organisation says how long before", WARN, WORD, "", *BEGUN, SOON_OUT, settled("deadline.span_months", 7)),
    done("to the month", WARN, WORD, BOTH, *BEGUN, SOON_OUT, settled("deadline.span_months", 8)),
    done("what another organisation has settled is its own", WARN, WORD, "", *BEGUN, settled("age.span_until", 11, "granby_org")),
    done("without anything going on around her nobody is told", WARN, WORD, "", SOON_OUT),
    done("nor when the matter is closed", WARN, WORD, "", *BEGUN, SOON_OUT,
         CLOSE),
    done("nor when the own side has left", WARN, WORD, "", *BEGUN, SOON_OUT,
         "db: update journey_party set ended_at = guard.now(), ended_by_id = :petra where child_id = :adam"),
    done("another child's matter that goes on is another's", WARN, WORD, "gunilla/gunilla/noor, petra/petra/noor", *BEGUN, SOON_OUT, OTHER, f"{CLOSE} where subject_id = :j"),
    done("each matter's own", WARN, WORD, "amir/amir/adam, gunilla/gunilla/adam, gunilla/gunilla/noor, petra/petra/noor", *BEGUN, SOON_OUT, OTHER,
         coordinate(), "db: update people_child set birth_year = 2015"),
    done("where nobody leads, whoever coordinates alone", WARN, WORD, "petra/petra/adam", *BEGUN, SOON_OUT,
         *(SHUT.format(who) for who in ("gunilla", "bosse", "olof", "rut"))),
    done("nor when what goes along is being prepared", WARN, WORD, "", *BEGUN, SOON_OUT, package(kind="'span'", way="'family'", to_unit_id="null")),
    done("a package for another reason is no answer", WARN, WORD, BOTH, *BEGUN, SOON_OUT, package()),
    done("nor one about another child", WARN, WORD, BOTH, *BEGUN, SOON_OUT,
         package("noor", kind="'span'", way="'family'", to_unit_id="null")),
    done("nor one that was taken back", WARN, WORD, BOTH, *BEGUN, SOON_OUT,
         package(kind="'span'", way="'family'", to_unit_id="null", withdrawn_at="guard.now()", withdrawn_by_id=":petra")),
    done("whoever has had the word is not told anew", WARN, WORD, BOTH, *BEGUN, SOON_OUT, ALREADY),
    done("a word about another child is another", WARN, WORD, f"{BOTH}, petra/petra/noor", *BEGUN, SOON_OUT,
         ALREADY.replace(":adam", ":noor")),
    done("another kind of word is another", "db: select guard.warn_of_span()", "db: select count(*) from journey_notice", "3", *BEGUN, SOON_OUT,
         ALREADY.replace("'outgrows'", "'x'")),
    done("who coordinates in another house is not told of this child's row", WARN, WORD, "", *JOINED, SOON_OUT,
         "db: update journey_coordination set until_at = guard.now() where until_at is null",
         "db: insert into journey_coordination (id, journey_id, coordinator_id, deputy_id, given_by_id, from_at)"
         " select gen_random_uuid(), journey_id, :tomas, :petra, :tomas, guard.now() from journey_party limit 1",
         "db: update people_child set birth_year = 2024 where subject_id <> :adam"),
    # -- on the page -------------------------------------------------------------------------------------------------------
    told("whoever reads of the child knows the day", OF.format("petra"), "2026-06-30", SOON_OUT),
    told("not before it is told", OF.format("petra"), "-"),
    told("nobody else does", OF.format("maja"), "-", SOON_OUT),
    told("nor one who may write a concern and no more", OF.format("amir"), "-", SOON_OUT, put("adam", "amir", "{}", "writer")),
    told("nor whom protection shuts out", OF.format("petra"), "-", SOON_OUT, SHIELDED),
]
