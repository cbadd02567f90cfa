"""Who coordinates a journey, and her deputy: never nobody."""

from .given import INVITED, JOINED, ROLES_OF_OTHER_TIMES, assigned, capacity
from .holders import SHUT, SOON, away, ended, named, over
from .stage import done, refused, told

BEGUN = ("petra: guard.begin_journey(:adam) as j", assigned("adam", "amir"))
TABLE = "db: select coordinator_id, deputy_id, given_by_id from journey_coordination where until_at is null"
NOW = "{}: select coordinator, deputy from guard.coordinating(array[:j])"
ALL = "db: select coordinator_id, until_at is null from journey_coordination"
WITHOUT = "db: select coordinator, deputy from guard.coordination_of(array[:j], array[{}]::uuid[])"
PART = "You are not part of this."
A_YES = "Nobody is made coordinator without saying yes."
A_DEPUTY = "The deputy is somebody who works with the child in this journey."
TWO = "Coordinator and deputy are two people."
NEVER = "A journey always has a coordinator."
NONE = "Only a journey has a coordinator."
SECOND = capacity("second", "petra", "norrskolan", "teacher")
SHIELDED = "db: insert into people_protection (id, subject_id, form, decided_by_id, from_at) values (gen_random_uuid(), :adam, 'marked', :gunilla, guard.now() - interval '1 hour')"
FIRST_JOURNEY = "db: select journey_id as j from journey_party where child_id = :adam"
BOTH = (*JOINED, FIRST_JOURNEY)
LEFT = "db: update journey_party set ended_at = guard.now(), ended_by_id = :tomas where child_id = :theirs"
SIDES = "{}: select count(*) from guard.taking_part(array[:j])"


def coordinate(who: str = "amir", first: str = "amir", second: str = "petra", which: str = "j") -> str:
    return f"{who}: guard.coordinate(:{which}, :{first}, :{second}) as named"


def given(deputy: str = "amir") -> str:
    return coordinate("petra", "petra", deputy)


DEEDS = [
    # -- from the beginning --------------------------------------------------------------------------------------------
    done("who begins coordinates, and who takes over is the deputy", BEGUN[0], TABLE, "petra/gunilla/petra"),
    done("or the one who is named to", BEGUN[0], TABLE, "petra/cecilia/petra", named()),
    done("a journey without anyone to be the deputy begins too", BEGUN[0], TABLE, "petra/-/petra",
         *(SHUT.format(who) for who in ("gunilla", "bosse", "olof", "rut"))),
    refused("it is never left without", "db: set constraints all immediate", NEVER, BEGUN[0], over("journey_coordination")),
    refused("nor when another journey has one", "db: set constraints all immediate", NEVER, *BEGUN,
            "petra: guard.begin_journey(:noor) as other",
            f"{over('journey_coordination')} where journey_id = :j"),
    done("but it may change", "db: set constraints all immediate", TABLE, "amir/petra/amir", *BEGUN, coordinate()),
    # -- naming --------------------------------------------------------------------------------------------------------
    done("one takes it upon oneself", coordinate(), ALL, "amir/yes, petra/no", *BEGUN),
    done("who coordinates names another deputy", given(), TABLE, "petra/amir/petra", *BEGUN),
    done("so does a colleague", coordinate("gunilla", "petra", "amir"), TABLE, "petra/amir/gunilla", *BEGUN),
    done("the same again changes nothing", given(), "db: select count(*) from journey_coordination", "2", *BEGUN, given()),
    done("each journey by itself", coordinate(), TABLE, "amir/petra/amir, petra/gunilla/petra", *BEGUN,
         "petra: guard.begin_journey(:noor) as other"),
    done("once more", coordinate("petra", "petra", "amir"), ALL, "amir/no, petra/no, petra/yes", *BEGUN, coordinate()),
    done("one of another party", coordinate("tomas", "tomas", "petra", "journey_id"), TABLE, "tomas/petra/tomas",
         *JOINED, "db: select journey_id from journey_party limit 1"),
    refused("nobody is made coordinator", coordinate("petra", "amir", "petra"), A_YES, *BEGUN),
    refused("nobody at all", "petra: guard.coordinate(:j, null, :amir)", A_YES, *BEGUN),
    refused("not by the head either", coordinate("gunilla", "amir", "petra"), A_YES, *BEGUN),
    refused("a stranger names nobody", coordinate("maja", "maja", "petra"), PART, *BEGUN),
    refused("nor the coordinator before", coordinate("maja", "petra", "amir"), PART, *BEGUN),
    refused("nobody names nobody", coordinate("nobody", "petra", "amir"), PART, *BEGUN),
    refused("a child is no journey", coordinate("petra", "petra", "amir", "adam"), NONE, *BEGUN),
    refused("nor of a child who is protected", coordinate("gunilla", "petra", "amir"), PART, *BEGUN, SHIELDED),
    refused("a deputy works with the child", given("maja"), A_DEPUTY, *BEGUN),
    refused("and there is one", "petra: guard.coordinate(:j, :petra, null)", A_DEPUTY, *BEGUN),
    refused("who is not away", given(), A_DEPUTY, *BEGUN, away("amir")),
    refused("and writes in the space", given("eva"), A_DEPUTY, BEGUN[0], "db: insert into access_assignment (id, subject_id,"
            " capacity_id, walls, reach, given_by_id, because, from_at) values (gen_random_uuid(), :adam, :eva, '{65}',"
            " 'writer', :petra, 'b', guard.now() - interval '1 day')"),
    refused("two people", coordinate("petra", "petra", "second"), TWO, *BEGUN, SECOND, assigned("adam", "second")),
    # -- who it is now -------------------------------------------------------------------------------------------------
    told("everyone in the journey is told", NOW.format("amir"), "petra/gunilla", *BEGUN),
    told("today", NOW.format("amir"), "petra/gunilla", *BEGUN, ROLES_OF_OTHER_TIMES),
    told("a stranger is not", NOW.format("maja"), "", *BEGUN),
    told("nor nobody", NOW.format("nobody"), "", *BEGUN),
    told("nor of one who is protected", NOW.format("gunilla"), "", *BEGUN, SHIELDED),
    told("only what was asked for", NOW.format("petra"), "petra/gunilla", *BEGUN, "petra: guard.begin_journey(:noor) as other"),
    told("as it stands now", NOW.format("petra"), "amir/petra", *BEGUN, coordinate()),
    told("the deputy when the coordinator ends", NOW.format("gunilla"), "amir/gunilla", *BEGUN, given(), ended()),
    told("also when another took over the rest", NOW.format("gunilla"), "amir/gunilla", *BEGUN, given(), named(), ended()),
    told("for the time of a leave", NOW.format("gunilla"), "amir/gunilla", *BEGUN, given(), away(ends=SOON)),
    told("whoever takes over when the deputy is gone too", NOW.format("gunilla"), "gunilla/bosse", *BEGUN, given(), ended("amir"),
         ended()),
    told("and another deputy when she ends", NOW.format("gunilla"), "petra/gunilla", *BEGUN, given(), ended("amir")),
    told("never the coordinator herself", NOW.format("gunilla"), "gunilla/bosse", *BEGUN, coordinate("gunilla", "gunilla", "petra"),
         ended()),
    told("a deputy for one who began with none", NOW.format("petra"), "petra/gunilla", *BEGUN,
         "db: update journey_coordination set deputy_id = null"),
    told("one of another party stands in", NOW.format("gunilla"), "tomas/kerstin", *JOINED, FIRST_JOURNEY,
         coordinate("petra", "petra", "tomas"), ended()),
    # -- when a side leaves --------------------------------------------------------------------------------------------
    told("one whose side has left coordinates no longer", NOW.format("petra"), "petra/gunilla", *BOTH,
         coordinate("tomas", "tomas", "petra"), LEFT),
    told("and as long as it is there she does", NOW.format("petra"), "tomas/petra", *BOTH, coordinate("tomas", "tomas", "petra")),
    told("nor is she the deputy", NOW.format("petra"), "petra/gunilla", *BOTH, coordinate("petra", "petra", "tomas"), LEFT),
    told("nor does a deputy who has left take over", NOW.format("gunilla"), "gunilla/bosse", *BOTH, coordinate("petra", "petra", "tomas"),
         LEFT, ended()),
    told("when both have left it is of those who are still there", NOW.format("petra"), "petra/gunilla", *BOTH,
         "db: update journey_coordination set coordinator_id = :tomas, deputy_id = :kerstin", LEFT),
    told("of who came in first", NOW.format("petra"), "petra/gunilla", *BOTH,
         "db: update journey_coordination set coordinator_id = :eva, deputy_id = :birgitta"),
    told("with some thought away", WITHOUT.format(":petra"), "gunilla/bosse", *BOTH,
         "db: update journey_coordination set coordinator_id = :tomas, deputy_id = :kerstin", LEFT),
    told("each side is told to the others", SIDES.format("petra"), "2", *BOTH),
    told("also to the one that came", SIDES.format("tomas"), "2", *BOTH),
    told("one that has left is none", SIDES.format("petra"), "1", *BOTH, LEFT),
    told("nor one whose ground has fallen", SIDES.format("petra"), "1", *BOTH, "db: update access_ground set until_at = guard.now()"),
    told("nor one that is invited", SIDES.format("petra"), "1", *INVITED, FIRST_JOURNEY),
    told("nor one that gets copies", SIDES.format("petra"), "1", *BOTH, "db: update journey_party set how = 'copy' where child_id = :theirs"),
    told("of one journey at a time", SIDES.format("petra"), "2", "petra: guard.begin_journey(:noor) as other_journey", *BOTH),
    told("a stranger is told of no side", SIDES.format("maja"), "0", *BOTH),
    told("nor is nobody told", SIDES.format("nobody"), "0", *BOTH),
    told("nor of one who is protected, of the sides", SIDES.format("gunilla"), "0", *BOTH, SHIELDED),
    # -- who it would be -----------------------------------------------------------------------------------------------
    told("as it is, if nobody is thought away", WITHOUT.format(""), "petra/gunilla", *BEGUN),
    told("without the coordinator", WITHOUT.format(":petra"), "amir/gunilla", *BEGUN, given()),
    told("without the deputy", WITHOUT.format(":amir"), "petra/gunilla", *BEGUN, given()),
    told("without both", WITHOUT.format(":petra, :amir"), "gunilla/bosse", *BEGUN, given()),
    told("without both, of two parties", WITHOUT.format(":petra, :tomas"), "gunilla/bosse", *JOINED, FIRST_JOURNEY,
         coordinate("petra", "petra", "tomas")),
    told("a deputy of another party is followed by one of the coordinator's", WITHOUT.format(":tomas"), "petra/gunilla", *JOINED,
         FIRST_JOURNEY, coordinate("petra", "petra", "tomas")),
    told("nor is the deputy one of them", WITHOUT.format(":petra, :gunilla"), "amir/bosse", *BEGUN, given()),
    told("without those who lead as well", WITHOUT.format(":petra, :amir, :gunilla").replace(", deputy from", " from"), "bosse",
         *BEGUN, given()),
]  # fmt: skip
