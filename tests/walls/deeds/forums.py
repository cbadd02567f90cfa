"""Who sits at a consultation team, whom a yes names, what each is told there, and when it is shut."""

from .given import answer, consent, put, yes
from .stage import done, refused, told

MAKE = "db: insert into {} (id, {}) values (gen_random_uuid(), {}) returning id as {}"
WALLS = "{65,71}"


def forum(called: str = "forum", org: str = "lovsjo_org") -> str:
    return MAKE.format("forum_forum", "organisation_id, name, begun_by_id, begun_at", f":{org}, 'f', :ingrid, guard.now()", called)


def place(who: str, of: str = "forum", meeting: str = "null", chair: str = "false", called: str = "") -> str:
    return MAKE.format("forum_forummember", "forum_id, meeting_id, capacity_id, is_chair, given_by_id, from_at",
                       f":{of}, {meeting}, :{who}, {chair}, :ingrid, guard.now() - interval '1 day'", called or f"{who}s_place")  # fmt: skip


def meeting(called: str = "meeting", of: str = "forum", days: int = 1) -> str:
    return MAKE.format("forum_forummeeting", "forum_id, starts_at, place, called_by_id, called_at",
                       f":{of}, guard.now() + interval '{days} days', 'p', :gunilla, guard.now()", called)  # fmt: skip


def slot(called: str = "slot", at: str = "meeting") -> str:
    return MAKE.format("forum_forumslot", "meeting_id, added_at", f":{at}, guard.now()", called)


def head(table: str, called: str, columns: str, values: str, child: str = "adam", wall: int = 71, by: str = "petra") -> str:
    return MAKE.format(f"forum_{table}", f"subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because, for_child, {columns}",
                       f":{child}, {wall}, :{by}, guard.now(), 'no', 'staff', false, {values}", called)  # fmt: skip


def item(called: str = "item", at: str = "slot", **more: object) -> str:
    return head("forumitem", called, "slot_id", f":{at}", **more)  # type: ignore[arg-type]


def words(called: str = "words", at: str = "slot", **more: object) -> str:
    return head("forumwords", called, "slot_id", f":{at}", **more)  # type: ignore[arg-type]


def decision(called: str = "decision", of: str = "item") -> str:
    return head("forumdecision", called, "item_id, kind, holder_id, due_on", f":{of}, 'school', :petra, '2025-12-01'")


def held(who: str = "tomas", kind: str = "school", called: str = "decision", of: str = "item") -> str:
    """A decision that somebody holds."""
    return head("forumdecision", called, "item_id, kind, holder_id, due_on", f":{of}, '{kind}', :{who}, '2025-12-01'")


def went(which: str = "decision", said: str = "helped", by: str = "tomas") -> str:
    """What its holder says became of it."""
    return f"{by}: guard.review_forum_decision(:{which}, '{said}') as line"


def review(called: str = "review", of: str = "decision") -> str:
    return head("forumreview", called, "decision_id, result", f":{of}, 'helped'")


def update(what: str, how: str) -> str:
    return f"db: update {what} set {how}"


def tell(record: str = "item", at: str = "slot", by: str = "petra") -> str:
    return f"{by}: guard.tell_forum(:{at}, :{record})"


def row(make: str = "false", at: str = "slot", by: str = "tomas", own: str = "null") -> str:
    return f"{by}: guard.row_at_forum(:{at}, {make}, {own}) as own"


def end(which: str = "tomass_place", by: str = "gunilla") -> str:
    return f"{by}: guard.end_forum_place(:{which})"


TO_TOMAS = consent(walls=WALLS, to_unit_id="null", to_capacity_id=":tomas")
TO_UNIT = consent(walls=WALLS)
YES = yes(walls=WALLS)
TABLE = (forum(), place("gunilla", chair="true"), place("tomas"), place("samir"), meeting(), slot())
ITEM = (*TABLE, item())
NAMED = (*ITEM, TO_TOMAS, *YES)
TOLD = (*NAMED, tell())
ELSE = (forum("other"), place("kerstin", "other"), meeting("elsewhere", "other"), slot("there", "elsewhere"))
SEATS = "select forum, meeting, leads from guard.my_forum_seats()"
EARS = "select capacity, way from guard.forum_ears(:slot)"
LEFT = "select s from guard.forum_undecided(:meeting) s"
OPEN = (
    "db: select d.record_id, d.wall from access_disclosure d join access_ground g on g.id = d.ground_id"
    " where d.ended_at is null and guard.now() < g.until_at"
)
BOTH = "adam/65, item/71"
GROUNDS = "db: select to_capacity_id, walls, basis, because, until_at > guard.now() from access_ground"
NOT_TOLD = "The family has not said yes to telling you who the child is."
NO_ITEM, NO_WORK = "There is no such item.", "You do not work with this child."
ONLY, PLACE = "You can only tell what you may write.", "You cannot end this place."
ELSES = "That child row belongs to another authority."
MARK = "petra: guard.protect(:adam, null, 'marked', array[:gunilla])"
GONE = "until_at = guard.now(), until_by_id = :ingrid"
# Social services have a row of their own: words there, and a yes to Samir by its only guardian.
OWN = (*TOLD, row("true"), words(child="own", wall=269, by="tomas"))
THEIRS = consent("theirs", "own", "{257,269}", wall=272, by="tomas", to_unit_id="null", to_capacity_id=":samir")
THEIR_YES = (
    "db: insert into consent_consentanswer (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,"
    " for_child, consent_id, third_person, walls, how, taken_back_how, giver, yes, answered_at) values (gen_random_uuid(), :own, 272,"
    " :tomas, guard.now(), 'no', '', false, :theirs, '', '{257,269}', 'spoken', '', 'child', true, guard.now())"
)
SAMIRS = (consent("samirs", walls=WALLS, to_unit_id="null", to_capacity_id=":samir"), *yes("samirs", WALLS))
WORDS_TOLD = "db: select d.record_id, g.to_capacity_id from access_disclosure d join access_ground g on g.id = d.ground_id where d.wall = 269"
NOORS_YES = consent("noors_yes", "noor", WALLS, to_unit_id="null", to_capacity_id=":tomas")
ANSWERED = answer("noors_yes", "rana", WALLS, child="noor")
MINE = "tomas: guard.open_child(:reception, null, 'A', 'H', 'a', null, 2015, '', null) as mine"
MET = (
    "petra: guard.begin_journey(:adam) as journey",
    MINE.replace("as mine", "as theirs"),
    "db: insert into journey_party (id, journey_id, child_id, unit_id, how, question, invited_by_id, invited_at, accepted_by_id, accepted_at)"
    " values (gen_random_uuid(), :journey, :theirs, :reception, 'space', '', :petra, guard.now(), :tomas, guard.now())",
)
PARTY = "db: update journey_party set {} where child_id = :{}"
HELD = (*TOLD, held(), tell(record="decision"))
HOLDERS = "The holder of the decision says what became of it, once, while allowed to read it."
LINE = "db: select subject_id, wall, written_by_id, decision_id, result from forum_forumreview"
TO_WHOM = (
    "db: select g.to_capacity_id, d.record_id from access_disclosure d join access_ground g on g.id = d.ground_id"
    " join forum_forumreview r on r.id = d.record_id"
)

DEEDS = [
    # -- whose places ------------------------------------------------------------------------------------------------
    told("the one who leads has a place", f"gunilla: {SEATS}", "forum/-/yes", *TABLE, *ELSE),
    told("a member too", f"tomas: {SEATS}", "forum/-/no", *TABLE),
    told("a guest has one at a meeting", f"maria: {SEATS}", "forum/meeting/no", *TABLE, place("maria", meeting=":meeting")),
    told("a place given up is none", f"tomas: {SEATS}", "", *TABLE, update("forum_forummember", f"{GONE} where capacity_id = :tomas")),
    # -- whom a yes names --------------------------------------------------------------------------------------------
    told("a yes names a member", f"petra: {EARS}", "gunilla/works, tomas/named", *NAMED),
    told("or her unit", f"petra: {EARS}", "gunilla/works, tomas/named", *ITEM, TO_UNIT, *YES),
    told("not another unit", f"petra: {EARS}", "gunilla/works", *ITEM, consent(walls=WALLS, unit="lotsen_social"), *YES),
    told("for a plan together as well", f"petra: {EARS}", "gunilla/works, tomas/named", *ITEM,
         consent(walls=WALLS, to_unit_id="null", to_capacity_id=":tomas", kind="'sip'"), *YES),
    told("no other kind of yes", f"petra: {EARS}", "gunilla/works", *ITEM, consent(walls=WALLS, to_unit_id="null", kind="'participation'"), *YES),
    told("nobody without a yes", f"petra: {EARS}", "gunilla/works", *ITEM, TO_TOMAS),
    told("nor when the yes leaves out what it is about", f"petra: {EARS}", "gunilla/works", *ITEM,
         consent(to_unit_id="null", to_capacity_id=":tomas"), *yes()),
    told("nor when it leaves out the name", f"petra: {EARS}", "gunilla/works", *ITEM,
         consent(walls="{71}", to_unit_id="null", to_capacity_id=":tomas"), *yes(walls="{71}")),
    told("a yes about another child is another's", f"petra: {EARS}", "gunilla/works", *TABLE, item(child="noor"), TO_TOMAS, *YES),
    told("a question the home must not know of names nobody", f"petra: {EARS}", "gunilla/works", *ITEM,
         consent(walls=WALLS, wall=81, to_unit_id="null", to_capacity_id=":tomas"), *YES),
    told("a place given up names nobody", f"petra: {EARS}", "gunilla/works", *NAMED, update("forum_forummember", f"{GONE} where capacity_id = :tomas")),
    told("a place in another team is none here", f"petra: {EARS}", "gunilla/works", forum(), place("gunilla"), meeting(), slot(), item(),
         *ELSE, place("tomas", "other"), TO_TOMAS, *YES),
    told("a guest is named at her meeting", f"petra: {EARS}", "gunilla/works, tomas/named", forum(), place("gunilla"), meeting(), slot(), item(),
         place("tomas", meeting=":meeting"), TO_TOMAS, *YES),
    told("and at no other", f"petra: {EARS}", "gunilla/works", forum(), place("gunilla"), meeting(), slot(), item(), meeting("later", days=2),
         place("tomas", meeting=":later"), TO_TOMAS, *YES),
    told("who may hold no child is named by nobody", f"petra: {EARS}", "gunilla/works", *ITEM, place("ingrid"),
         consent(walls=WALLS, unit="townhall"), *YES),
    told("a protected child names nobody", f"gunilla: {EARS}", "gunilla/works", *NAMED, MARK),
    # -- who reads it ------------------------------------------------------------------------------------------------
    told("one who has been told reads", f"petra: {EARS}", "gunilla/works, tomas/told", *TOLD),
    told("and sees who reads", f"tomas: {EARS}", "gunilla/works, tomas/told", *TOLD),
    told("one who has not been told sees nothing", f"samir: {EARS}", "", *TOLD),
    told("nor does a colleague who reads other things", f"jonas: {EARS}", "", *TOLD, put("adam", "jonas", "{65,66}")),
    told("nor one who may only write", f"jonas: {EARS}", "", *TOLD, put("adam", "jonas", "{65,67}", "writer")),
    told("to be told another record is not to be told this", f"samir: {EARS}", "", *TOLD, slot("second"), item("noors", "second", child="noor"),
         consent("more", "noor", WALLS, to_unit_id="null", to_capacity_id=":samir"),
         "petra: guard.give_ground(:noor, '{65}', null, :samir, 'harm_test', 'OSL', 'why', null, '{}') as g",
         "petra: guard.disclose(:g, 65, :noor, null)"),
    told("an item that was withdrawn is read by nobody", f"petra: {EARS}", "", *TOLD,
         update("forum_forumitem", "withdrawn_at = guard.now(), withdrawn_by_id = :petra")),
    told("it is this item that is asked about", f"tomas: {EARS}", "gunilla/works, tomas/told", forum(), place("gunilla"), place("tomas"),
         meeting(), slot("second"), item("noors", "second", child="noor"), slot(), item(), TO_TOMAS, *YES, tell()),
    told("who may only write does not read", f"jonas: {EARS}", "", *TABLE, item(wall=67), put("adam", "jonas", "{65}", "writer")),
    told("who works with this child reads it", f"petra: {EARS}", "gunilla/works, jonas/works", forum(), place("gunilla"), place("jonas"),
         meeting(), slot("second"), item("noors", "second", child="noor"), slot(), item(), put("adam", "jonas", "{65,71}")),
    told("another item is another's", f"petra: {EARS}", "gunilla/works, tomas/told", *TOLD, slot("second"), item("noors", "second", child="noor")),
    # -- telling -----------------------------------------------------------------------------------------------------
    done("the item and the name are told", tell(), OPEN, BOTH, *NAMED),
    told("to one", tell(), "1", *NAMED, meeting("later", days=2), slot("second", "later")),
    done("on a ground to her that rests on that yes", tell(), GROUNDS, "tomas/65 71/consent/f/yes", *NAMED, *ELSE),
    told("to nobody without a yes", tell(), "0", *ITEM),
    done("twice it tells once", tell(), OPEN, BOTH, *TOLD),
    done("what was shut is told anew", tell(), OPEN, BOTH, *TOLD, update("access_disclosure", "ended_at = guard.now(), ended_by_id = :petra")),
    done("a ground that is over is given anew", tell(), "db: select count(*) from access_ground", "2", *TOLD,
         update("access_ground", "until_at = guard.now()")),
    done("a ground of another yes does not do", tell(), "db: select count(*) from access_ground", "2", *ITEM,
         consent("wide", walls=WALLS), *yes("wide", WALLS),
         "petra: guard.give_ground(:adam, '{65,71}', :reception, null, 'consent', 'OSL', 'why', guard.now() + interval '1 day', array[:wide]) as g"),
    done("nor one that covers less", tell(), "db: select count(*) from access_ground", "3", *ITEM,
         consent("brief", walls=WALLS, to_unit_id="null", to_capacity_id=":tomas", valid_until="guard.now() + interval '1 hour'"),
         *yes("brief", WALLS), TO_TOMAS, *YES,
         "petra: guard.give_ground(:adam, '{65,71}', null, :tomas, 'consent', 'OSL', 'why', guard.now() + interval '1 day', array[:brief]) as b",
         "db: insert into access_ground (id, subject_id, walls, to_capacity_id, basis, paragraph, because, decided_by_id, from_at, until_at)"
         " values (gen_random_uuid(), :adam, '{65}', :tomas, 'consent', '', 'b', :petra, guard.now(), guard.now() + interval '1 day') returning id as g",
         "db: insert into access_groundconsent (id, ground_id, subject_id, consent_id) values (gen_random_uuid(), :g, :adam, :consent)"),
    done("a decision is told as well", tell("decision"), OPEN, "adam/65, decision/71, item/71", *TOLD, decision()),
    done("and what became of it", tell("review"), OPEN, "adam/65, item/71, review/71", *TOLD, decision(), review()),
    done("and what is said", tell("words"), OPEN, "adam/65, item/71, words/71", *TOLD, words()),
    refused("not a record of another place", tell("second_item"), NO_ITEM, *NAMED, slot("second"), item("second_item", "second", child="noor")),
    refused("nor another's decision", tell("noors_decision"), NO_ITEM, *NAMED, slot("second"), item("noors", "second", child="noor"),
            decision("noors_decision", "noors")),
    refused("nor what became of it", tell("noors_review"), NO_ITEM, *NAMED, slot("second"), item("noors", "second", child="noor"),
            decision("noors_decision", "noors"), review("noors_review", "noors_decision")),
    refused("nor words of another place", tell("elsewords"), NO_ITEM, *NAMED, slot("second"), words("elsewords", "second")),
    refused("nor an item that was withdrawn", tell(), NO_ITEM, *NAMED, update("forum_forumitem", "withdrawn_at = guard.now(), withdrawn_by_id = :petra")),
    refused("nor words where nothing is taken up", tell("words"), NO_ITEM, *TABLE, words()),
    refused("a stranger tells nothing", tell(by="samir"), NO_WORK, *NAMED),
    refused("nor does one who was told", tell(by="tomas"), NO_WORK, *TOLD),
    refused("nor a colleague who works with other things", tell(by="jonas"), ONLY, *NAMED, put("adam", "jonas", "{65,66}")),
    refused("nor one who may read it and write other things", tell(by="jonas"), ONLY, *NAMED, put("adam", "jonas", "{65,67,71}", "writer")),
    # -- what another authority says ---------------------------------------------------------------------------------
    done("words are told on their own family's yes", tell("words", by="tomas"), WORDS_TOLD, "words/samir", *OWN, *SAMIRS, tell(), THEIRS, THEIR_YES),
    done("not to one who may not know the child", tell("words", by="tomas"), WORDS_TOLD, "", *OWN, THEIRS, THEIR_YES),
    done("not on the school's yes", tell("words", by="tomas"), WORDS_TOLD, "", *OWN, *SAMIRS, tell()),
    # -- one's own row -----------------------------------------------------------------------------------------------
    told("there is none yet", row(), "-", *TOLD),
    done("one is opened", row("true"), "db: select branch_id, unit_id, given_name from people_child where subject_id = :own", "social/reception/Adam", *TOLD),
    done("and found again after words", row(), "db: select :own = (select subject_id from forum_forumwords limit 1)", "yes", *OWN),
    done("not by another's words", row(), "db: select subject_id = :own from forum_forumwords", "yes", *OWN),
    told("a row without words at this child is none", row(), "-", *TOLD, row("true")),
    told("one that she does not work with is none", row(by="kerstin"), "-", *TABLE, item(), place("kerstin"),
         consent(walls=WALLS), *YES, tell(), row("true"), words(child="own", wall=269, by="tomas"),
         update("access_assignment", "until_at = guard.now() where subject_id = :own")),
    told("who works with the child has the item's own", row(by="gunilla"), "adam", *TOLD),
    told("one that meets it in a journey is found", row(), "theirs", *TOLD, *MET),
    told("not before it has been accepted", row(), "-", *TOLD, *MET, PARTY.format("accepted_at = null, accepted_by_id = null", "theirs")),
    told("nor when it has left", row(), "-", *TOLD, *MET, PARTY.format("ended_at = guard.now(), ended_by_id = :petra", "theirs")),
    told("nor when the child has", row(), "-", *TOLD, *MET, PARTY.format("ended_at = guard.now(), ended_by_id = :petra", "adam")),
    told("nor when the child is only invited", row(), "-", *TOLD, *MET, PARTY.format("accepted_at = null, accepted_by_id = null", "adam")),
    told("nor one in another child's journey", row(), "-", *TOLD, *MET, "petra: guard.begin_journey(:noor) as noors",
         PARTY.format("journey_id = :noors", "theirs")),
    told("nor another child's words", row(), "-", *TOLD, slot("second"), item("noors", "second", child="noor"), MINE,
         words(at="second", child="mine", wall=269, by="tomas")),
    told("each item is its own", row(by="gunilla"), "adam", forum(), place("gunilla"), meeting(), slot("second"),
         item("noors", "second", child="noor"), slot(), item()),
    done("what is there is used again", row("true"), "db: select :own = (select subject_id from forum_forumwords)", "yes", *OWN),
    done("each child by its own name", row("true"), "db: select given_name from people_child where subject_id = :own", "Noor",
         *TABLE, item(child="noor"), consent(child="noor", walls=WALLS, to_unit_id="null", to_capacity_id=":tomas"),
         answer("consent", "rana", WALLS, child="noor"), tell()),
    done("it may be one she has", row("true", own=":mine"), "db: select :own = :mine", "yes", *TOLD, MINE),
    refused("not one she does not work with", row("true", own=":adam"), NO_WORK, *TOLD),
    refused("nor another authority's", row("true", own=":noor", by="maria"), ELSES, *TOLD, MINE, place("maria"),
            consent("marias", walls=WALLS, to_unit_id="null", to_capacity_id=":maria"), *yes("marias", WALLS), tell(),
            put("noor", "maria", "{257,269,65,71}")),
    told("who has not been told has no row", row(by="samir"), "-", *TOLD),
    refused("and opens none", row("true", by="samir"), NOT_TOLD, *TOLD),
    refused("a colleague in the same house opens none", row("true", by="sofia"), NO_WORK, *TABLE, item(), place("sofia"),
            consent(walls=WALLS, to_unit_id="null", to_capacity_id=":sofia"), *YES, tell()),
    # -- what has no decision ----------------------------------------------------------------------------------------
    told("a member knows what is undecided", f"samir: {LEFT}", "second, slot", *ITEM, slot("second"), item("noors", "second", child="noor"), *ELSE),
    told("what is decided is not", f"samir: {LEFT}", "second", *ITEM, slot("second"), item("noors", "second", child="noor"), decision()),
    told("a decision taken back is none", f"samir: {LEFT}", "slot", *ITEM, decision(), update("forum_forumdecision", "ended_at = guard.now(), ended_by_id = :petra")),
    told("nor one withdrawn", f"samir: {LEFT}", "slot", *ITEM, decision(), update("forum_forumdecision", "withdrawn_at = guard.now(), withdrawn_by_id = :petra")),
    told("what was dropped is not there", f"samir: {LEFT}", "", *ITEM, update("forum_forumslot", "dropped_at = guard.now(), dropped_by_id = :gunilla")),
    told("a stranger knows nothing", f"kerstin: {LEFT}", "", *ITEM, *ELSE),
    told("nor does a guest", f"maria: {LEFT}", "", *ITEM, place("maria", meeting=":meeting")),
    told("each meeting has its own", f"samir: {LEFT}", "slot", *ITEM, meeting("later", days=2), slot("second", "later")),
    # -- a place is given up -----------------------------------------------------------------------------------------
    done("what was told is shut with it", end(), OPEN, "", *TOLD, decision(), tell("decision")),
    done("and the ground", end(), "db: select until_at <= guard.now() from access_ground", "yes", *TOLD),
    done("and the place", end(), "db: select capacity_id, until_by_id from forum_forummember where until_at is not null", "tomas/gunilla", *TOLD),
    done("what was told to others stays", end(), OPEN, BOTH, *TOLD, *SAMIRS, tell()),
    done("what was shut before keeps who shut it", end(), "db: select d.wall, d.ended_by_id from access_disclosure d where d.ended_at is not null",
         "65/petra, 71/petra", *TOLD, update("access_disclosure", "ended_at = guard.now(), ended_by_id = :petra")),
    done("what was told in another team stays", end(), OPEN, "noor/65, noors/71", *TOLD, *ELSE, place("tomas", "other", called="tomass_other"),
         item("noors", "there", child="noor"), NOORS_YES, ANSWERED, tell("noors", "there")),
    done("a guest leaves one meeting", end("marias_place"), OPEN, "noor/65, noors/71", *ITEM, place("maria", meeting=":meeting"),
         consent("marias", walls=WALLS, to_unit_id="null", to_capacity_id=":maria"), *yes("marias", WALLS), tell(),
         meeting("later", days=2), slot("second", "later"), item("noors", "second", child="noor"),
         place("maria", meeting=":later", called="marias_other"), NOORS_YES.replace(":tomas", ":maria"), ANSWERED, tell("noors", "second")),
    done("a ground on which more was told stays", end(), OPEN, "adam/65, noor/71", *TOLD, "db: select id as g from access_ground",
         "petra: guard.disclose(:g, 71, :noor, null)"),
    done("and so does one on which nothing was", end(), "db: select count(*) from access_ground where until_at is null", "1", *TOLD,
         "petra: guard.give_ground(:adam, '{65}', :reception, null, 'harm_test', 'OSL', 'why', null, '{}') as g"),
    done("what was told elsewhere stays", end("samirs_place"), OPEN, BOTH, *TOLD),
    done("one may give up one's own", end(by="tomas"), OPEN, "", *TOLD),
    done("the administrator ends it", end(by="ingrid"), OPEN, "", *TOLD),
    refused("a member does not end another's", end(by="samir"), PLACE, *TOLD),
    refused("nor does a stranger", end(by="kerstin"), PLACE, *TOLD, *ELSE),
    refused("nor one who leads another team", end(by="kerstin"), PLACE, *TOLD, forum("other"), place("kerstin", "other", chair="true")),
    refused("nor an administrator elsewhere", end(by="ingrid"), PLACE, *TOLD, update("forum_forum", "organisation_id = :granby_org"), forum("ours")),
    refused("nor another officer at home", end(by="rigmor"), PLACE, *TOLD),
    refused("not twice", end(), PLACE, *TOLD, end()),
    done("any member lets a guest go", end("marias_place", by="samir"), "db: select count(*) from forum_forummember where until_at is not null", "1",
         *TABLE, place("maria", meeting=":meeting")),
    refused("a guest lets nobody go", end("karins_place", by="maria"), PLACE, *TABLE, place("maria", meeting=":meeting"), place("karin", meeting=":meeting")),
    # -- what the holder says became of it -------------------------------------------------------------------------------
    done("the holder says it from her own house", went(), LINE, "adam/71/tomas/decision/helped", *HELD),
    done("of how it went: in each way there is", went(said="not_done"), LINE, "adam/71/tomas/decision/not_done", *HELD),
    done("with a little help", went(said="partly"), LINE, "adam/71/tomas/decision/partly", *HELD),
    done("and without", went(said="no"), LINE, "adam/71/tomas/decision/no", *HELD),
    done("it is on the child's story", went(), "db: select subject_id, wall, written_by_id, record_id from journey_event where kind ="
         " 'consultation team decision followed up'", "adam/71/tomas/item", *HELD),
    done("it is told to those who are told the decision", went(), TO_WHOM, "tomas/line", *HELD),
    done("and to no one who was told before", went(), TO_WHOM, "tomas/line", *HELD, *SAMIRS, tell(record="decision"),
         update("access_disclosure", "ended_at = guard.now(), ended_by_id = :petra where record_id = :decision and ground_id in (select id"
                " from access_ground where to_capacity_id = :samir)")),
    told("she reads her own line", "tomas: select r.decision_id, r.result from forum_forumreview r", "decision/helped", *HELD, went()),
    told("of how it went: another at the table whom nothing was told does not", "samir: select r.decision_id from forum_forumreview r", "", *HELD, went()),
    done("that another has its line already is no matter", went(), "db: select count(*) from forum_forumreview", "2", *HELD,
         held("samir", called="other"), review("others", "other")),
    refused("of how it went: nobody else says it", went(by="samir"), HOLDERS, *HELD, *SAMIRS, tell(record="decision")),
    refused("of how it went: nor nobody", went(by="nobody"), HOLDERS, *HELD),
    refused("of how it went: not once the yes is taken back", went(), HOLDERS, *HELD,
            update("consent_consentanswer", "taken_back_at = guard.now(), taken_back_by_id = :petra where guardian_id = :hodan")),
    refused("of how it went: not before it has been told to her", went(), HOLDERS, *TOLD, held()),
    refused("of how it went: nor when another record has", went(), HOLDERS, *TOLD, held(), held("samir", called="other"), tell(record="other")),
    refused("of how it went: not twice", went(), HOLDERS, *HELD, went()),
    refused("of how it went: not after it was taken back", went(), HOLDERS, *HELD, update("forum_forumdecision", "ended_at = guard.now(), ended_by_id = :petra")),
    refused("of how it went: nor written off", went(), HOLDERS, *HELD, update("forum_forumdecision", "withdrawn_at = guard.now(), withdrawn_by_id = :petra")),
    refused("of how it went: not of one that asks for nothing", went(), HOLDERS, *TOLD, held(kind="close"), tell(record="decision")),
    refused("of how it went: not in other words", went(said="x"), HOLDERS, *HELD),
    refused("of how it went: not of what is none", went("item"), HOLDERS, *HELD),
    refused("of how it went: not about a child who is protected", went(), HOLDERS, *HELD, MARK),
]  # fmt: skip
