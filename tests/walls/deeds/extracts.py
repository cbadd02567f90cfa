"""An extract: who asks and where, who is named, what is seen, what is held back, who decides and what is given."""

from .given import capacity
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
CHOSEN = "Name someone of the same organisation who keeps records, decides or leads."
UNTIL = "Say until when: sixty days at the most."
MONTH = "guard.now() + interval '30 days'"
LATER, EARLIER = "guard.now() + interval '1 hour'", "guard.now() - interval '1 hour'"
MARKED = "petra: guard.protect(:adam, null, 'marked', array[:petra])"


def asks(by: str = "petra", child: str = "adam", kind: str = "own", asker: str = "guardian", guardian: str = ":hodan",
         identity: str = "shown", on: str = "guard.now()::date") -> str:  # fmt: skip
    """A request taken down by the verb."""
    return f"{by}: guard.receive_extract(:{child}, '{kind}', '{asker}', {guardian}, ' all ', '{identity}', {on}) as asked"


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


FINISHES = "rigmor: guard.finish_extract(:asked, 'd')"
AGAIN = "rigmor: guard.look_again_at_extract(:asked)"
CLOSES = "gunilla: guard.close_extract(:asked, 'taken back')"
HELD = "gunilla: select kind, ground, because from guard.extract_held(:asked)"
STEPS = "db: select kind, written_by_id from extracts_step order by written_at, kind"
STANDS = "db: select preparer_id, until_at > guard.now() from extracts_opening order by from_at, until_at"
OPEN = (asks(), names())
SEEN = (*OPEN, noted())
KEPT = (*OPEN, chooses())
SENT = (*KEPT, FINISHES)
OVER = "db: update extracts_opening set until_at = guard.now() - interval '1 second', from_at = guard.now() - interval '1 day'"
SOON = "db: update extracts_opening set from_at = guard.now() + interval '1 minute'"
AWAY = "db: update people_capacity set until_at = guard.now() where id = :rigmor"
REQUEST = "db: select kind, asker, wall, written_by_id, wanted from extracts_request"

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
    refused("nor one who is none", names(to="rigmor"), CHOSEN, asks(), AWAY),
    refused("a colleague names nobody", names("petra"), HERS, asks()),
    refused("nor a head elsewhere", names("olof"), WORKS, asks()),
    refused("nor of another activity", names("eva"), HERS, asks()),
    refused("nor nobody", names("nobody"), HERS, asks()),
    refused("of what is none", "gunilla: guard.open_extract(:adam, :rigmor, guard.now() + interval '1 day')", HERS, asks()),
    refused("nobody names herself", names(to="own"), "Nobody gives herself access.", asks(), capacity("own", "gunilla", "norrskolan", "secrecy_officer")),
    refused("for a protected child one of the readers", names(to="rigmor"), "Name someone who may read about this child already.", asks(),
            "petra: guard.protect(:adam, null, 'marked', array[:petra, :gunilla])"),
    refused("until a day", names(until="null"), UNTIL, asks()),
    refused("that is to come", names(until="guard.now()"), UNTIL, asks()),
    refused("and not for long", names(until="guard.now() + interval '61 days'"), UNTIL, asks()),
    refused("not when it is closed", names(), "It has been closed.", asks(), CLOSES),
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
    done("it is looked at once more", AGAIN, STEPS, "ready/rigmor, returned/rigmor", *OPEN, FINISHES),
    refused("when there is something to look at", AGAIN, "There is nothing to look at again.", *OPEN),
    refused("by her (2)", "gunilla: guard.look_again_at_extract(:asked)", "There is nothing to look at again.", *OPEN, FINISHES),
    refused("not when it is given", AGAIN, "There is nothing to look at again.", *OPEN, FINISHES, gives()),
    # -- closed --------------------------------------------------------------------------------------------------------
    done("it is closed and seen no more", CLOSES, STANDS, "rigmor/no", *OPEN),
    done("with its reason", CLOSES, "db: select kind, because, written_by_id from extracts_step", "closed/taken back/gunilla", *OPEN),
    refused("which is a sentence", "gunilla: guard.close_extract(:asked, ' no ')", "Say in a sentence why.", *OPEN),
    refused("not when it has been given", CLOSES, "It has been answered already.", *OPEN, FINISHES, gives()),
    refused("nor twice closed", CLOSES, "It has been answered already.", *OPEN, CLOSES),
    refused("nor by a colleague", "petra: guard.close_extract(:asked, 'taken back')", HERS, *OPEN),
]  # fmt: skip
