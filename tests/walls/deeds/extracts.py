"""An extract: who asks and where, who is named, what is seen, what is held back, who decides and what is given."""

from .given import capacity, consent, ground
from .stage import done, refused, told

HERS = "A head or a secrecy officer of the same activity decides this."
NAMED = "Only the one who has been named to prepare it looks through what there is."
NOTED = "Nothing is shown before it is on record who looks."
WORKS = "You do not work with this child."
THROUGH = "It is looked through already."
NOTHING = "There is nothing to decide about."
READY = "It is not ready to be given."
WRITTEN = "Something has been written since it was looked through. Look once more."
WHY = "Say on which ground and why."
CHOSEN = "Name someone who keeps the records of the organisation, or who decides or leads in the same activity."
UNTIL = "Say until when: sixty days at the most."
MONTH = "guard.now() + interval '30 days'"
LATER, EARLIER = "guard.now() + interval '1 hour'", "guard.now() - interval '1 hour'"
MARKED = "petra: guard.protect(:adam, null, 'marked', array[:petra])"


def asks(by: str = "petra", child: str = "adam", kind: str = "own", asker: str = "guardian", guardian: str = ":hodan",
         identity: str = "shown", on: str = "guard.now()::date", called: str = "asked") -> str:  # fmt: skip
    """A request taken down by the verb."""
    return f"{by}: guard.receive_extract(:{child}, '{kind}', '{asker}', {guardian}, ' all ', '{identity}', {on}) as {called}"


def names(by: str = "gunilla", to: str = "rigmor", until: str = MONTH) -> str:
    """Somebody is named by the verb."""
    return f"{by}: guard.open_extract(:asked, :{to}, {until}) as opening"


def noted(by: str = "rigmor", child: str = "adam", kind: str = "export", at: str = "guard.now()") -> str:
    """On record that she looks."""
    return (f"db: insert into access_look (id, at, kind, errand, person_id, capacity_id, walls, ground_ids, shown) select gen_random_uuid(),"
            f" {at}, '{kind}', 'e', person_id, id, '{{}}', '{{}}', array[:{child}] from people_capacity where id = :{by}")  # fmt: skip


def reads(by: str = "rigmor", where: str = "kind = 'people_guardian'") -> str:
    """What is seen of one kind."""
    return f"{by}: select kind, said ->> 'given_name' from guard.extract_rows(:asked) where {where} order by 2"


def chooses(held: str = "true", by: str = "rigmor", words: str = "''", ground: str = "'other_person'", why: str = "'of another'") -> str:
    """A word about one guardian."""
    return f"{by}: guard.choose_extract(:asked, 'people_guardian', array[:hodan], {held}, {words}, {ground}, {why})"


def decides(by: str = "gunilla", agrees: str = "true", why: str = "''") -> str:
    """The second person's word."""
    return f"{by}: guard.decide_extract(:asked, {agrees}, {why})"


def gives(by: str = "rigmor", seen: str = "'d'") -> str:
    """It is given."""
    return f"{by}: guard.give_extract(:asked, 'handed', {seen}, 'paper', 'data')"


def doubts(by: str = "gunilla", kind: str = "people_guardian", which: str = "hodan", why: str = "'  say who it is '") -> str:
    """The second person wants one thing looked at again."""
    return f"{by}: guard.doubt_extract(:asked, '{kind}', array[:{which}], {why})"


FINISHES = "rigmor: guard.finish_extract(:asked, 'd')"
AGAIN = "rigmor: guard.look_again_at_extract(:asked)"
CHOOSES_ALI = "rigmor: guard.choose_extract(:asked, 'people_guardian', array[:ali], true, '', 'other_person', 'of another')"
HIDES_ADAM = "rigmor: guard.choose_extract(:asked, 'people_child', array[:adam], true, '', 'other_person', 'of another')"
OTHER_CHOICE = ("db: insert into extracts_choice (id, request_id, kind, record_id, is_held, masked, ground, because, doubted, written_by_id, written_at)"
                " select gen_random_uuid(), :other, kind, record_id, is_held, masked, ground, because, '', written_by_id, written_at + interval '1 minute' from extracts_choice")
CLOSES = "gunilla: guard.close_extract(:asked, 'taken back')"
HELD = "gunilla: select kind, ground, because from guard.extract_held(:asked)"
REFUSES = "gunilla: guard.refuse_extract(:asked, '  it would hurt somebody else ', 'paper')"
GROUNDS = "gunilla: select kind, ground, is_held, many from guard.extract_grounds(:asked)"
AGAIN_SAID = "Say in a sentence what is to be looked at again."
DOUBTED = "db: select kind, record_id, doubted from extracts_choice where doubted <> '' order by 1, 2"
ASKER = "guard.extract_asker(:asked)"
IN_WRITING, REASONS = "There is nothing held back to decide about in writing.", "Write the reasons, so that they can be appealed against."
STEPS = "db: select kind, written_by_id from extracts_step order by written_at, kind"
STANDS = "db: select preparer_id, until_at > guard.now() from extracts_opening order by from_at, until_at"
OPEN = (asks(), names())
SEEN = (*OPEN, noted())
KEPT = (*OPEN, chooses())
SENT = (*KEPT, FINISHES)
ANSWERED = (*SENT, decides(), gives())
OVER = "db: update extracts_opening set until_at = guard.now() - interval '1 second', from_at = guard.now() - interval '1 day'"
SOON = "db: update extracts_opening set from_at = guard.now() + interval '1 minute'"
AWAY = "db: update people_capacity set until_at = guard.now() where id = :rigmor"
ELSAS = asks("maja", "elsa", asker="young", guardian="null", called="other")
OTHER = asks(called="other")
NUMBER = ("db: insert into people_identitynumber (owner_id, subject_id, branch_id, number) select :{0}, :{1}, b.id, '{2}'"
          " from people_branch b where b.number = {3}")  # fmt: skip
CHILDREN = "rigmor: select kind, said ->> 'given_name' from guard.extract_rows(:asked) where kind = 'people_child' order by 2"
READER = ("db: insert into access_protectedreader (id, subject_id, capacity_id, given_by_id, from_at, until_at) values"
          " (gen_random_uuid(), :{}, :rigmor, :petra, {}, {})")  # fmt: skip
BY_GUNILLA = "petra: guard.protect(:adam, null, 'marked', array[:petra, :gunilla])"
YESTERDAY, NO_READER = "guard.now() - interval '1 day'", "Name someone who may read about this child already."
REPORTS = "select b.number from people_branch b where b.domain = '{}' order by b.number"
LEVEL = ("db: insert into journey_level (id, subject_id, wall, tier, because, written_by_id, written_at, for_guardians, for_guardians_because,"
         " for_child) values (gen_random_uuid(), :{}, {}, 1, '', :petra, {}, 'yes', '', false)")  # fmt: skip
LEVELS = "rigmor: select said ->> 'wall' from guard.extract_rows(:asked) where kind = 'journey_level' order by 1"
HANGS = "(select b.number * 64 + {} from people_branch b join people_branch h on h.id = b.hangs_on_id where h.number {} 1 and b.domain = '{}' limit 1)"
OTHERS_REPORTS = ("db: insert into people_branch (id, organisation_id, number, name, domain, hangs_on_id) select gen_random_uuid(), organisation_id,"
                  " 900, 'x', 'report', id from people_branch where number = 3")  # fmt: skip
JOURNEY = "petra: guard.begin_journey(:adam) as journey"
SPACE = (*SEEN, JOURNEY, LEVEL.format("journey", "40", "guard.now()"))
ENDED = "db: update access_ground set until_at = guard.now() - interval '1 minute', from_at = guard.now() - interval '1 day' where id = :{}"
INVITED = "db: update journey_party set ground_id = :{} where child_id = :adam"
NOTICE = ("db: insert into journey_notice (id, to_id, kind, record_id, sent_by_id, sent_at, done_at) values (gen_random_uuid(), :rigmor, 'x',"
          " :{}, :gunilla, guard.now(), {})")  # fmt: skip
BY_RIGHT = "db: select record_id, done_at is null from journey_notice order by 2"
DONE_THEN = "db: select done_at < guard.now() - interval '1 hour' from journey_notice"
BEFORE = "guard.now() - interval '2 hours'"
STEP = ("db: insert into extracts_step (id, request_id, kind, because, how, digest, written_by_id, written_at) values (gen_random_uuid(),"
        " :{}, '{}', '', '', '{}', :{}, {})")  # fmt: skip
REQUEST = "db: select kind, asker, wall, written_by_id, wanted from extracts_request"



def given_back(called: str, at: str) -> str:
    """A guardian's yes, taken back at a moment; arranged past the verb."""
    return (
        "db: insert into consent_consentanswer (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because, for_child,"
        " consent_id, giver, third_person, guardian_id, yes, walls, how, answered_at, taken_back_at, taken_back_by_id, taken_back_how) values (gen_random_uuid(),"
        f" :adam, 80, :petra, guard.now(), 'no', '', false, :{called}, 'guardian', '', :hodan, true, '{{65}}', 'spoken', guard.now(), {at}, :petra, 'spoken')"
    )


DEEDS = [
    # -- asked ---------------------------------------------------------------------------------------------------------
    done("one who works with the child takes it down", asks(), REQUEST, "own/guardian/80/petra/all"),
    done("also for the child", asks(asker="young", guardian="null"), REQUEST, "own/young/80/petra/all"),
    done("and for anyone", asks(kind="public", asker="anyone", guardian="null", identity="unasked"), REQUEST, "public/anyone/80/petra/all"),
    refused("nobody else does", asks("maja"), WORKS),
    refused("nor who does not read about consent there", asks(), "Ask someone who reads about consent to take it down.",
            "db: update access_assignment set walls = array_remove(walls, 80) where subject_id = :adam"),
    refused("a stranger asks for no child's own data", asks(asker="anyone", guardian="null"), "The family asks for the child's own data, others for public documents."),
    refused("and the family not for public documents", asks(kind="public"), "The family asks for the child's own data, others for public documents."),
    refused("who asks is made sure of", asks(identity="unasked"), "Make sure who asks before a child's own data are given."),
    refused("a guardian is this child's", asks(guardian=":mattias"), "Only a guardian with custody asks for the child."),
    refused("with custody", asks(), "Only a guardian with custody asks for the child.", "db: update people_guardian set custody = 'none' where id = :hodan"),
    refused("today", asks(), "Only a guardian with custody asks for the child.", "db: update people_guardian set until_at = guard.now() where id = :hodan"),
    refused("and not from tomorrow", asks(), "Only a guardian with custody asks for the child.", f"db: update people_guardian set from_at = {LATER} where id = :hodan"),
    done("until later is today", asks(), REQUEST, "own/guardian/80/petra/all", f"db: update people_guardian set until_at = {LATER} where id = :hodan"),
    refused("it has come already", asks(on="guard.now()::date + 9"), "It cannot have come after today."),
    # -- named ---------------------------------------------------------------------------------------------------------
    done("a head names who keeps records", names(), STANDS, "rigmor/yes", asks()),
    done("or who decides", names(to="ingrid_2"), STANDS, "ingrid_2/yes", asks()),
    done("or who leads", names(to="amir"), STANDS, "amir/yes", asks(), "db: update people_roleright set may_assign = true where role = (select c.role from people_capacity c where c.id = :amir)"),
    done("one at a time", names(to="ingrid_2"), STANDS, "ingrid_2/yes, rigmor/no", *OPEN),
    done("what was over was over", names(to="ingrid_2"), "db: select until_at < guard.now() - interval '1 hour' from extracts_opening where preparer_id = :rigmor", "yes", *OPEN,
         "db: update extracts_opening set from_at = guard.now() - interval '1 day', until_at = guard.now() - interval '2 hours'"),
    done("of this request", names(to="ingrid_2"), "db: select count(*) from extracts_opening where until_at > guard.now()", "2", *OPEN, asks()),
    refused("not one who teaches", names(to="maja"), CHOSEN, asks()),
    refused("nor another organisation's", names(to="gun"), CHOSEN, asks()),
    refused("nor who leads another activity", names(to="karin"), CHOSEN, asks()),
    refused("nor who keeps another's records", names(to="theirs"), CHOSEN, asks(), capacity("theirs", "sten", "granbyskolan", "records_officer")),
    refused("nor one who is none", names(to="rigmor"), CHOSEN, asks(), AWAY),
    refused("a colleague names nobody", names("petra"), HERS, asks()),
    refused("nor a head elsewhere", names("olof"), WORKS, asks()),
    refused("nor of another activity", names("eva"), HERS, asks()),
    refused("nor nobody", names("nobody"), HERS, asks()),
    refused("of what is none", "gunilla: guard.open_extract(:adam, :rigmor, guard.now() + interval '1 day')", HERS, asks()),
    refused("nobody names herself", names(to="own"), "Nobody gives themselves access.", asks(), capacity("own", "gunilla", "norrskolan", "secrecy_officer")),
    refused("for a protected child one of the readers", names(to="rigmor"), "Name someone who may read about this child already.", asks(),
            "petra: guard.protect(:adam, null, 'marked', array[:petra, :gunilla])"),
    refused("until a day", names(until="null"), UNTIL, asks()),
    refused("that is to come", names(until="guard.now()"), UNTIL, asks()),
    refused("and not for long", names(until="guard.now() + interval '61 days'"), UNTIL, asks()),
    refused("not when it is closed", names(), "It has been closed.", asks(), CLOSES),
    done("one of the readers is named", names(), STANDS, "rigmor/yes", asks(), BY_GUNILLA, READER.format("adam", YESTERDAY, "null")),
    done("who reads until later", names(), STANDS, "rigmor/yes", asks(), BY_GUNILLA, READER.format("adam", YESTERDAY, LATER)),
    refused("not until now", names(), NO_READER, asks(), BY_GUNILLA, READER.format("adam", YESTERDAY, "guard.now()")),
    refused("nor from later", names(), NO_READER, asks(), BY_GUNILLA, READER.format("adam", LATER, "null")),
    refused("nor of another child", names(), NO_READER, asks(), BY_GUNILLA, READER.format("elsa", YESTERDAY, "null")),
    refused("nor where it was asked elsewhere", names(), HERS, asks(), "db: update extracts_request set wall = 208"),
    refused("who reads of consent and does not write", asks("maja"), "Ask someone who reads about consent to take it down.",
            "db: insert into access_assignment (id, subject_id, capacity_id, walls, reach, given_by_id, because, from_at) values"
            " (gen_random_uuid(), :adam, :maja, '{67,80}', 'writer', :maja, 'b', guard.now() - interval '1 day')"),
    # -- seen ----------------------------------------------------------------------------------------------------------
    told("who is named sees it", reads(), "people_guardian/Ali, people_guardian/Hodan", *SEEN),
    told("also what was said in confidence", reads(where="kind = 'people_protection'"), "", *SEEN),
    refused("when it is on record", reads(), NOTED, *OPEN),
    refused("of this child", reads(), NOTED, *OPEN, noted(child="elsa")),
    refused("by her", reads(), NOTED, *OPEN, noted("gunilla")),
    refused("as that", reads(), NOTED, *OPEN, noted(kind="list")),
    refused("of late", reads(), NOTED, *OPEN, noted(at="guard.now() - interval '2 hours'")),
    refused("nobody else sees it", reads("gunilla"), NAMED, *SEEN, noted("gunilla")),
    refused("nor when it is over", reads(), NAMED, *SEEN, OVER),
    refused("nor before it begins", reads(), NAMED, *SEEN, SOON),
    refused("nor in no capacity", reads(), NAMED, *SEEN, "db: delete from people_roleright where role = 'records_officer'"),
    refused("nor for one hidden since", reads(), NAMED, *SEEN, MARKED),
    refused("nor for her beside another", reads(), NAMED, ELSAS, *SEEN, MARKED),
    refused("on record of another", reads(), NOTED, ELSAS, *OPEN, noted(child="elsa")),
    told("of this child among others", CHILDREN, "people_child/Adam", ELSAS, *SEEN),
    told("two rows of one number are one child", CHILDREN, "people_child/Adam, people_child/Elsa", *SEEN,
         NUMBER.format("adam", "adam", "1", 1), NUMBER.format("elsa", "elsa", "1", 1)),
    told("of two they are not", CHILDREN, "people_child/Adam", *SEEN, NUMBER.format("adam", "adam", "1", 1), NUMBER.format("elsa", "elsa", "2", 1)),
    told("nor of two authorities", CHILDREN, "people_child/Adam", *SEEN, NUMBER.format("adam", "adam", "1", 1), NUMBER.format("elsa", "elsa", "1", 3)),
    told("nor two others", CHILDREN, "people_child/Adam", *SEEN, NUMBER.format("noor", "noor", "1", 1), NUMBER.format("elsa", "elsa", "1", 1)),
    told("nor one who is hidden", CHILDREN, "people_child/Adam", *SEEN, NUMBER.format("adam", "adam", "1", 1), NUMBER.format("elsa", "elsa", "1", 1),
         "maja: guard.protect(:elsa, null, 'marked', array[:maja])"),
    told("what hangs on the compartment as a report", f"rigmor: select count(*) from ({LEVELS.partition(': ')[2]}) x", "1", *SEEN,
         LEVEL.format("adam", HANGS.format(18, "=", "report"), "guard.now()")),
    told("not what the nurse keeps", LEVELS, "", *SEEN, LEVEL.format("adam", HANGS.format(12, "=", "school_medical"), "guard.now()")),
    told("nor another's reports", LEVELS, "", *SEEN, OTHERS_REPORTS, LEVEL.format("adam", "900 * 64 + 18", "guard.now()")),
    told("and in the nurse's no report", LEVELS, "", *SEEN, LEVEL.format("adam", HANGS.format(18, "=", "report"), "guard.now()"),
         f"db: update extracts_request set wall = {HANGS.format(16, '=', 'school_medical')}"),
    told("the shared space", LEVELS, "40", *SPACE),
    told("not another's", LEVELS, "", *SEEN, "maja: guard.begin_journey(:elsa) as journey", LEVEL.format("journey", "40", "guard.now()")),
    told("not by copy", LEVELS, "", *SPACE, "db: update journey_party set how = 'copy'"),
    told("nor before it is accepted", LEVELS, "", *SPACE, "db: update journey_party set accepted_at = null, accepted_by_id = null"),
    told("nor after it has ended", LEVELS, "", *SPACE,
         "db: update journey_party set ended_at = guard.now() - interval '1 minute', ended_by_id = :petra"),
    told("what was written before that is kept", LEVELS, "41", *SPACE, LEVEL.format("journey", "41", BEFORE),
         "db: update journey_party set ended_at = guard.now() - interval '1 minute', ended_by_id = :petra"),
    told("as long as the ground lasted", LEVELS, "", *SPACE, ground(called="first"), ground(called="second"), ENDED.format("first"), INVITED.format("first")),
    told("what was written while it lasted is kept", LEVELS, "41", *SPACE, LEVEL.format("journey", "41", BEFORE), ground(called="first"), ENDED.format("first"), INVITED.format("first")),
    told("one that ends later has not ended", LEVELS, "", *SPACE, ground(called="first"), INVITED.format("first"),
         "db: update access_ground set basis = 'consent', until_at = guard.now() + interval '1 hour', from_at = guard.now() - interval '1 minute' where id = :first"),
    told("one that stands", LEVELS, "40", *SPACE, ground(called="first"), ground(called="second"), ENDED.format("first"), INVITED.format("second")),
    told("or the consent behind it", LEVELS, "41", *SPACE, LEVEL.format("journey", "41", BEFORE), consent("agreed"), consent("long_ago", valid_until=YESTERDAY, valid_from="guard.now() - interval '9 days'"),
         ground(basis="consent", consents="array[:agreed]", called="first"), INVITED.format("first"),
         "db: update consent_consent set ended_at = guard.now() - interval '1 minute', ended_by_id = :petra where id = :agreed"),
    told("and what a guardian took back", LEVELS, "41", *SPACE, LEVEL.format("journey", "41", BEFORE), consent("agreed"), consent("else"),
         ground(basis="consent", consents="array[:agreed]", called="first"), INVITED.format("first"),
         ground(basis="consent", consents="array[:else]", called="second"), given_back("agreed", "guard.now() - interval '1 minute'"), given_back("else", YESTERDAY)),
    told("where nobody can tell, until it was given", LEVELS, "", *SPACE, ground(called="first"),
         "db: update access_ground set basis = 'consent', from_at = guard.now() - interval '1 minute' where id = :first", INVITED.format("first")),
    # -- chosen --------------------------------------------------------------------------------------------------------
    done("she says a word", chooses(), "db: select kind, record_id, is_held, ground, because, written_by_id from extracts_choice",
         "people_guardian/hodan/yes/other_person/of another/rigmor", *OPEN),
    done("to give needs none", chooses("false", ground="''", why="''"), "db: select is_held from extracts_choice", "no", *OPEN),
    refused("to hold back needs a ground", chooses(ground="''"), WHY, *OPEN),
    refused("and a reason", chooses(why="' a  '"), WHY, *OPEN),
    refused("to strike out too", chooses("false", words="'Kim'", ground="''"), WHY, *OPEN),
    refused("nobody else", chooses(by="gunilla"), NAMED, *OPEN),
    refused("nor afterwards", chooses(), THROUGH, *SENT),
    done("when it was sent back", chooses("false"), "db: select count(*) from extracts_choice", "2", *SENT, decides(agrees="false", why="'look again'")),
    done("whatever became of others", chooses("false", ground="''", why="''"), "db: select count(*) from extracts_choice", "1", OTHER, *OPEN,
         STEP.format("other", "ready", "d", "rigmor", LATER)),
    # -- finished and decided ------------------------------------------------------------------------------------------
    done("with nothing held back it is ready", FINISHES, STEPS, "ready/rigmor", *OPEN),
    done("what is held back waits", FINISHES, STEPS, "submitted/rigmor", *KEPT),
    done("words struck out too", FINISHES, STEPS, "submitted/rigmor", *OPEN, chooses("false", words="'Kim'")),
    done("the last word counts", FINISHES, STEPS, "ready/rigmor", *KEPT, "db: update extracts_choice set written_at = written_at - interval '1 minute'",
         chooses("false", ground="''", why="''")),
    done("of this request alone", FINISHES, STEPS, "ready/rigmor", *KEPT, asks(), names()),
    refused("nobody else finishes", "gunilla: guard.finish_extract(:asked, 'd')", NAMED, *OPEN),
    refused("nor twice", FINISHES, THROUGH, *OPEN, FINISHES),
    told("the second person sees what is held back", HELD, "people_guardian/other_person/of another", *SENT, noted("gunilla")),
    refused("when it is on record that she does", HELD, NOTED, *SENT),
    refused("and only then", HELD, NOTHING, *KEPT, noted("gunilla")),
    refused("nobody else sees that", "petra: select kind from guard.extract_held(:asked)", HERS, *SENT, noted("petra")),
    done("she agrees", decides(), STEPS, "approved/gunilla, submitted/rigmor", *SENT),
    done("or sends it back", decides(agrees="false", why="'look again'"), STEPS, "returned/gunilla, submitted/rigmor", *SENT),
    refused("with a reason", decides(agrees="false"), "Say in a sentence what is to be looked at again.", *SENT),
    refused("or says neither", decides(agrees="null"), "Say in a sentence what is to be looked at again.", *SENT),
    refused("what nobody sent", decides(), NOTHING, *KEPT),
    refused("a colleague decides nothing", decides("petra"), HERS, *SENT),
    refused("nor who prepared it", decides(), "Somebody else than the one who prepared it decides.", *SENT,
            "db: update extracts_step set written_by_id = :gunilla"),
    told("one record of one kind", "gunilla: select kind, record from guard.extract_held(:asked)", "people_child/adam", *OPEN,
         "rigmor: guard.choose_extract(:asked, 'people_child', array[:adam], true, '', 'other_person', 'of another')", FINISHES, noted("gunilla")),
    done("who sent it back agrees when it comes again", decides(), "db: select count(*) from extracts_step", "4", *SENT,
         decides(agrees="false", why="'look again'"), "db: update extracts_step set written_at = written_at - interval '1 minute'", FINISHES),
    done("whoever prepared another", decides(), "db: select count(*) from extracts_step", "3", OTHER, STEP.format("other", "submitted", "d", "gunilla", "guard.now()"), *SENT),
    done("she says what she doubts, and why", doubts(), DOUBTED, "people_guardian/hodan/say who it is", *SENT),
    done("of one record alone", doubts(), DOUBTED, "people_guardian/hodan/say who it is", *OPEN, chooses(), CHOOSES_ALI, FINISHES),
    done("of one kind alone", doubts(kind="people_child", which="adam"), DOUBTED, "people_child/adam/say who it is", *OPEN, HIDES_ADAM,
         HIDES_ADAM.replace("people_child", "people_subject"), FINISHES),
    done("her last word about it", doubts(), "db: select ground, doubted from extracts_choice order by written_at", "care/say who it is, other_person/",
         *KEPT, "db: update extracts_choice set written_at = written_at - interval '1 minute'", chooses(ground="'care'"), FINISHES),
    done("whatever was said later of another", doubts(), DOUBTED, "people_guardian/hodan/say who it is", *OPEN, chooses(), CHOOSES_ALI, HIDES_ADAM,
         HIDES_ADAM.replace("people_child", "people_subject").replace(":adam", ":hodan"), FINISHES),
    done("in this request alone", doubts(), "db: select r.written_by_id from extracts_choice c join extracts_request r on r.id = c.request_id"
         " where c.doubted <> ''", "petra", OTHER, *SENT, "db: update extracts_request set written_by_id = :gunilla where id <> :asked", OTHER_CHOICE),
    done("another word about it has no doubt", chooses("false"), "db: select doubted from extracts_choice order by written_at", ", say who it is", *SENT,
         doubts(), decides(agrees="false", why="'look again'"), "db: update extracts_choice set written_at = written_at - interval '1 minute'"),
    refused("a doubt has a reason", doubts(why="' no '"), AGAIN_SAID, *SENT),
    refused("and is said", doubts(why="null"), AGAIN_SAID, *SENT),
    refused("what nobody sent is not doubted", doubts(), NOTHING, *KEPT),
    refused("a colleague doubts nothing", doubts("petra"), HERS, *SENT),
    refused("nor does who prepared it", doubts(by="gunilla"), "Somebody else than the one who prepared it decides.", *SENT,
            "db: update extracts_step set written_by_id = :gunilla"),
    told("who prepares it reads by name who asks", f"rigmor: select {ASKER}", "Hodan Hassan", *OPEN),
    told("of this request, and none of another's", f"rigmor: select {ASKER}", "Hodan Hassan", asks(called="other", guardian=":ali"),
         "gunilla: guard.open_extract(:other, :rigmor, guard.now() + interval '1 day') as elsewhere", *OPEN),
    told("nobody else by that", f"gunilla: select {ASKER}", "-", *OPEN),
    told("nor by her when it is over", f"rigmor: select {ASKER}", "-", *OPEN, OVER),
    # -- given ---------------------------------------------------------------------------------------------------------
    done("what is ready is given", gives(), STEPS, "given/rigmor, ready/rigmor", *OPEN, FINISHES),
    done("what was agreed to", gives(), STEPS, "approved/gunilla, given/rigmor, submitted/rigmor", *SENT, decides()),
    done("and kept with its digest", gives(), "db: select made_by_id, left(paper_digest, 4), left(data_digest, 4) from extracts_copy", "rigmor/3826/3a6e", *OPEN, FINISHES),
    refused("not before", gives(), READY, *SENT),
    refused("nor at all before that", gives(), READY, *OPEN),
    refused("nor by another", gives("gunilla"), "The one who prepared it gives it.", *OPEN, FINISHES),
    refused("nor something else", gives(seen="'other'"), WRITTEN, *OPEN, FINISHES),
    refused("nor twice over", gives(), READY, *OPEN, FINISHES, gives()),
    done("what was to be done is done", gives(), "db: select done_at is null from journey_notice", "no", *OPEN,
         "db: insert into journey_notice (id, to_id, kind, record_id, sent_by_id, sent_at) values (gen_random_uuid(), :rigmor, 'x', :asked, :gunilla, guard.now())", FINISHES),
    done("as it was seen here", gives(), "db: select count(*) from extracts_copy", "1", OTHER, *OPEN, FINISHES, STEP.format("other", "ready", "e", "rigmor", LATER)),
    done("nothing else is done by that", gives(), BY_RIGHT, "other/yes", *OPEN, OTHER, NOTICE.format("other", "null"), FINISHES),
    done("what was done was done then", gives(), DONE_THEN, "yes", *OPEN, NOTICE.format("asked", BEFORE), FINISHES),
    done("it is looked at once more", AGAIN, STEPS, "ready/rigmor, returned/rigmor", *OPEN, FINISHES),
    refused("when there is something to look at", AGAIN, "There is nothing to look at again.", *OPEN),
    refused("by her (2)", "gunilla: guard.look_again_at_extract(:asked)", "There is nothing to look at again.", *OPEN, FINISHES),
    refused("not when it is given", AGAIN, "There is nothing to look at again.", *OPEN, FINISHES, gives()),
    # -- decided in writing --------------------------------------------------------------------------------------------
    done("what was held back is decided in writing", REFUSES, "db: select because, convert_from(paper, 'UTF8'), written_by_id from extracts_step where kind = 'refused'",
         "it would hurt somebody else/paper/gunilla", *ANSWERED),
    refused("once in writing", REFUSES, IN_WRITING, *ANSWERED, REFUSES),
    refused("in writing when it has been given", REFUSES, IN_WRITING, *SENT, decides()),
    refused("and something of it was held back", REFUSES, IN_WRITING, *OPEN, FINISHES, gives()),
    refused("with its reasons in writing", "gunilla: guard.refuse_extract(:asked, '  because it is so   ', 'paper')", REASONS, *ANSWERED),
    refused("that somebody has written", "gunilla: guard.refuse_extract(:asked, null, 'paper')", REASONS, *ANSWERED),
    refused("by who decides where it is held", "petra: guard.refuse_extract(:asked, 'it would hurt somebody else', 'paper')", HERS, *ANSWERED),
    told("she sees what was held back and on which ground", GROUNDS, "people_guardian/other_person/yes/1", *ANSWERED),
    told("also when it is decided in writing", GROUNDS, "people_guardian/other_person/yes/1", *ANSWERED, REFUSES),
    refused("on which ground is not seen before it is given", GROUNDS, "It has not been given yet.", *SENT),
    refused("nor when nothing has been looked through", GROUNDS, "It has not been given yet.", *OPEN),
    refused("nor does a colleague see the grounds", "petra: select kind from guard.extract_grounds(:asked)", HERS, *ANSWERED),
    refused("what is decided in writing is not closed", CLOSES, "It has been given or closed already.", *ANSWERED, REFUSES),
    # -- closed --------------------------------------------------------------------------------------------------------
    done("it is closed and seen no more", CLOSES, STANDS, "rigmor/no", *OPEN),
    done("not another", CLOSES, "db: select count(*) from extracts_opening where until_at > guard.now()", "1",
         OTHER, "gunilla: guard.open_extract(:other, :rigmor, guard.now() + interval '1 day') as elsewhere", *OPEN),
    done("what was over before was over then", CLOSES, "db: select until_at < guard.now() - interval '1 hour' from extracts_opening", "yes", *OPEN,
         f"db: update extracts_opening set from_at = {YESTERDAY}, until_at = {BEFORE}"),
    done("and what was to be done is done", CLOSES, BY_RIGHT, "asked/no, other/yes", *OPEN, OTHER, NOTICE.format("asked", "null"), NOTICE.format("other", "null")),
    done("once", CLOSES, DONE_THEN, "yes", *OPEN, NOTICE.format("asked", BEFORE)),
    done("with its reason", CLOSES, "db: select kind, because, written_by_id from extracts_step", "closed/taken back/gunilla", *OPEN),
    refused("which is a sentence", "gunilla: guard.close_extract(:asked, ' no ')", "Say in a sentence why.", *OPEN),
    refused("not when it has been given", CLOSES, "It has been given or closed already.", *OPEN, FINISHES, gives()),
    refused("nor twice closed", CLOSES, "It has been given or closed already.", *OPEN, CLOSES),
    refused("nor by a colleague", "petra: guard.close_extract(:asked, 'taken back')", HERS, *OPEN),
]  # fmt: skip
