"""Two children are joined on each one's own yes, and nothing of one is told at the other's table; a no ends it at once."""

from .given import JOINED, answer, assigned, consent, put, record
from .plans import PLAN, promise
from .stage import done, refused, told

YES_FIRST = "Everyone who is asked must have said yes to this first."
NO_FIT = "This word does not fit. Ask the family to fetch a new one."
STRANGER = "You do not work with this child."
NOT_PART = "You are not part of this."
NOT_HOME = "Only what home has said or promised, by one who works with both children."
NOT_ONE = "These two tables cannot be one."
HOME = {"adam": ("hodan", "ali"), "elsa": ("anna", "mattias"), "noor": ("rana",)}


def asked(child: str, called: str, **more: str) -> str:
    """The question about brothers and sisters, put to this child's guardians."""
    return consent(called, child, "{80}", kind="'siblings'", **{"to_unit_id": "null"} | more)


def says(child: str, to: str, **more: str) -> tuple[str, ...]:
    """Every guardian of this child says yes."""
    return tuple(answer(to, one, "{80}", child, **more) for one in HOME[child])


def offer(who: str, child: str, to: str, part: str, word: str = "w") -> str:
    return f"{who}: guard.offer_joining(gen_random_uuid(), :{child}, :{to}, '{child}', '{word}') as {part}"


def join(who: str, child: str, to: str, part: str, word: str = "w") -> str:
    return f"{who}: guard.answer_joining(gen_random_uuid(), :{child}, :{to}, '{child}', '{word}') as {part}"


def part_of(called: str, part: str) -> str:
    return f"db: select subject_id as {called}, joining_id as joining from siblings_joined where id = :{part}"


ADAM = (asked("adam", "adams"), *says("adam", "adams"))
ELSA = (asked("elsa", "elsas"), *says("elsa", "elsas"))
WORD = (*ADAM, offer("petra", "adam", "adams", "first"))
WHOLE = (*WORD, *ELSA, join("maja", "elsa", "elsas", "second"), part_of("ej", "second"), part_of("j", "first"))
BOTH = (assigned("elsa", "petra"), *WHOLE)
# The social services have come in on a ground, and have asked themselves.
THEIRS = (
    *JOINED, asked("theirs", "asks", wall=272, by="tomas").replace("{80}", "{272}"),
    answer("asks", "", "{272}", "theirs", 272, giver="'child'"), offer("tomas", "theirs", "asks", "first"), *ELSA,
    join("maja", "elsa", "elsas", "second"),
)  # fmt: skip
JOIN = join("maja", "elsa", "elsas", "second")
PARTS = "db: select child_id, called, wall, written_by_id, answered_at is not null from siblings_joined order by called"
SEEN = "{}: select m.mine, m.other, m.called from guard.my_joined() m"
ENDED = "db: select id, ended_by_id, ended_at is not null from siblings_joined order by called"
TAKEN_BACK = "db: update consent_consentanswer set taken_back_at = guard.now(), taken_back_by_id = :petra, taken_back_how = 'spoken' where guardian_id = :ali"
OVER = "db: select kind, to_id, record_id, subject_id from journey_notice where kind = 'siblings_over'"
EXCEPTED = (
    "db: insert into consent_consentexception (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,"
    " for_child, consent_id, guardian_id, reason, ended_at, ended_by_id) values (gen_random_uuid(), :{child}, 80, :petra, guard.now(), 'no', '',"
    " false, :{to}, :{guardian}, 'prevented', {ended})"
)
NEW = (
    "db: insert into people_guardian (id, subject_id, wall, given_name, family_name, relation, custody, custody_evidence, phone, language,"
    " interpreter, safe_phone, email, address, contact_rule, written_by_id, written_at, from_at) values (gen_random_uuid(), :{child}, 66, 'Nils',"
    " 'Ny', 'pappa', 'joint', 'dom', '', 'sv', '', '', '', '', '', :petra, guard.now(), guard.now() - interval '1 minute')"
)
STEP = "db: update {} set {}"
NOOR = "petra: guard.begin_journey(:noor) as nj"
COPY = "db: update journey_party set how = 'copy' where child_id = :adam"


def meeting(called: str, at: str = "j", **more: str) -> str:
    columns = {
        "kind": "'joint'", "starts_at": "guard.now() + interval '1 day'", "ends_at": "guard.now() + interval '25 hours'", "place": "'p'",
        "chair_id": ":petra", "cancelled_because": "''", "held_at": "null", "held_by_id": "null", "cancelled_at": "null", "cancelled_by_id": "null",
    } | more  # fmt: skip
    return record("gathering_jointmeeting", called, at, 42, "petra", **columns)


def seat(who: str, part: str, of: str, called: str, asked: str = "null") -> str:
    return f"{who}: guard.seat_together(gen_random_uuid(), :{part}, :{of}, {asked}) as {called}"


def said(table: str, called: str, at: str = "adam", wall: int = 78, **more: str) -> str:
    """A story or a note of home's, arranged past the verb."""
    columns = {
        "voice": "'guardian'", "voice_id": ":hodan", "voice_name": "'Hodan'", "voice_role": "''", "shape": "'home'",
        "said_on": "current_date", "back_at": "null", "back_by_id": "null",
    }  # fmt: skip
    own = {"version": "1", "how": "'wrote'", "about_person": ":hodan"} if table == "story" else \
          {"kind": "'strength'", "domain": "'home.routines'", "places": "'{home}'", "about_person": "null"}  # fmt: skip
    return record(f"views_{table}", called, at, wall, "petra", **columns | own | more)


def lay(kind: str, what: str, part: str = "first", who: str = "petra") -> str:
    return f"{who}: guard.lay_beside(gen_random_uuid(), :{part}, '{kind}', :{what}) as laid"


LAID = "db: select subject_id, wall, joining_id, kind, record_id, to_id, written_by_id from siblings_common"
HERS = (PLAN, promise())
BACK = {"withdrawn_at": "guard.now()", "withdrawn_by_id": ":petra"}
GONE = {"back_at": "guard.now()", "back_by_id": ":petra"}
TABLES = "{}: select t.mine, t.occasion, t.place, t.starts_at < t.ends_at, t.is_off from guard.sibling_tables() t"
MEETS = (*WHOLE, meeting("ours"))
SAT = "db: select subject_id, wall, joining_id, meeting_id, occasion = :table, written_by_id from siblings_sametable where id = :table"

DEEDS = [
    # -- a word --------------------------------------------------------------------------------------------------------
    done("the family gets a word when everyone at home has said yes", offer("petra", "adam", "adams", "first"), PARTS, "adam/adam/43/petra/no", *ADAM),
    done("its own child's part stands in its own journey", offer("petra", "adam", "adams", "first"), "db: select p.child_id from siblings_joined s join"
         " journey_party p on p.journey_id = s.subject_id", "adam", *ADAM),
    done("it works for thirty days", offer("petra", "adam", "adams", "first"), "db: select closes_at between guard.now() + interval '29 days' and"
         " guard.now() + interval '31 days', digest from siblings_joining", "yes/w", *ADAM),
    done("the name is as long as sixty letters", "petra: guard.offer_joining(gen_random_uuid(), :adam, :adams, repeat('a', 90), 'w')",
         "db: select length(called) from siblings_joined", "60", *ADAM),
    refused("not while one guardian has not answered", offer("petra", "adam", "adams", "first"), YES_FIRST, *ADAM[:2]),
    refused("nor when one has said no", offer("petra", "adam", "adams", "first"), YES_FIRST, *ADAM,
            answer("adams", "ali", "{80}", yes="false", answered_at="guard.now() + interval '1 second'")),
    refused("nor on a yes to something else", offer("petra", "adam", "adams", "first"), YES_FIRST,
            consent("adams", walls="{80}", kind="'contact_later'", to_unit_id="null"), *says("adam", "adams")),
    refused("nor on one kept from the home", offer("petra", "adam", "adams", "first"), YES_FIRST, put("adam", "petra", "{81}"),
            asked("adam", "adams", wall=81), *says("adam", "adams", wall=81)),
    refused("nor by an exception for one of them", offer("petra", "adam", "adams", "first"), YES_FIRST, *ADAM,
            EXCEPTED.format(child="adam", to="adams", guardian="ali", ended="null, null")),
    done("an exception that has ended is no matter", offer("petra", "adam", "adams", "first"), PARTS, "adam/adam/43/petra/no", *ADAM,
         EXCEPTED.format(child="adam", to="adams", guardian="ali", ended="guard.now(), :petra")),
    done("nor is one that was a mistake", offer("petra", "adam", "adams", "first"), PARTS, "adam/adam/43/petra/no", *ADAM,
         EXCEPTED.format(child="adam", to="adams", guardian="ali", ended="null, null"),
         STEP.format("consent_consentexception", "withdrawn_at = guard.now(), withdrawn_by_id = :petra")),
    done("nor one of another question", offer("petra", "adam", "adams", "first"), PARTS, "adam/adam/43/petra/no", *ADAM, asked("adam", "more"),
         EXCEPTED.format(child="adam", to="more", guardian="ali", ended="null, null")),
    refused("a yes for one child is none for another", offer("petra", "noor", "adams", "first"), YES_FIRST, *ADAM),
    refused("a stranger gives no word", offer("maja", "adam", "adams", "first"), STRANGER, *ADAM),
    refused("nor a colleague who does not read about consent", offer("amir", "adam", "adams", "first"), YES_FIRST, *ADAM, put("adam", "amir", "{65,67}")),
    refused("nor one whose side gets copies", offer("petra", "adam", "adams", "first"), YES_FIRST, *ADAM, "petra: guard.begin_journey(:adam)", COPY),
    refused("nor about a child who is protected", offer("petra", "noor", "noors", "first"), YES_FIRST,
            asked("noor", "noors"), *says("noor", "noors"), assigned("noor", "amir"),
            "petra: guard.protect(:noor, null, 'marked', array[:petra, :amir]) as mark"),
    # -- the word is brought ---------------------------------------------------------------------------------------------
    done("the word joins the two", JOIN, PARTS, "adam/adam/43/petra/yes, elsa/elsa/43/maja/yes", *WORD, *ELSA),
    done("whoever gave the word is told", JOIN, "db: select kind, to_id, record_id, subject_id, sent_by_id from journey_notice",
         "siblings_joined/petra/first/adam/petra", *WORD, *ELSA),
    refused("not with another word", join("maja", "elsa", "elsas", "second", "x"), NO_FIT, *WORD, *ELSA),
    refused("not after thirty days", JOIN, NO_FIT, *WORD, *ELSA, STEP.format("siblings_joining", "closes_at = guard.now()")),
    refused("not twice", join("petra", "noor", "noors", "third"), NO_FIT, *WHOLE, asked("noor", "noors"), *says("noor", "noors")),
    refused("not with itself", join("petra", "adam", "more", "second"), NO_FIT, *WORD, asked("adam", "more"), *says("adam", "more")),
    refused("not while this child's own guardians have not said yes", JOIN, YES_FIRST, *WORD, *ELSA[:2]),
    refused("nor on the other child's yes", join("maja", "elsa", "adams", "second"), YES_FIRST, *WORD, *ELSA),
    refused("nor when that yes has run out since", JOIN, NO_FIT, *WORD, *ELSA,
            STEP.format("consent_consent", "valid_until = guard.now() where id = :adams")),
    refused("a stranger joins nobody", join("petra", "elsa", "elsas", "second"), STRANGER, *WORD, *ELSA),
    refused("two are not joined twice", join("maja", "elsa", "elsas", "again", "v"), "These two are joined already.", *WHOLE,
            offer("petra", "adam", "adams", "more", "v")),
    done("a child can be joined with one more", join("petra", "noor", "noors", "third", "v"), "db: select count(*) from siblings_joined", "4",
         *WHOLE, asked("noor", "noors"), *says("noor", "noors"), offer("maja", "elsa", "elsas", "more", "v")),
    done("whomever it is joined with already", join("maja", "elsa", "elsas", "third", "v"), "db: select count(*) from siblings_joined", "4",
         *WHOLE, asked("noor", "noors"), *says("noor", "noors"), offer("petra", "noor", "noors", "more", "v")),
    done("another word still waits", JOIN, "db: select count(*) from siblings_joined where answered_at is not null", "2", *WORD, *ELSA,
         offer("petra", "adam", "adams", "more", "v")),
    done("also by one who works with both, whom else she joins", join("petra", "noor", "noors", "third", "v"),
         "db: select count(*) from siblings_joined", "4", *BOTH, asked("noor", "noors"), *says("noor", "noors"),
         offer("maja", "elsa", "elsas", "more", "v")),
    # -- what each table knows -------------------------------------------------------------------------------------------
    told("each table knows what the other child is called", SEEN.format("petra"), "first/second/elsa", *WHOLE),
    told("and the other the same", SEEN.format("maja"), "second/first/adam", *WHOLE),
    told("a stranger nothing", SEEN.format("amir"), "", *WHOLE),
    told("nor a colleague at neither table", SEEN.format("tomas"), "", *WHOLE),
    told("nothing before it is answered", SEEN.format("petra"), "", *WORD),
    told("one who works with both knows it from both", "petra: select count(*), count(distinct m.here), bool_and(m.here <> m.there) from"
         " guard.my_joined() m", "2/2/yes", *BOTH),
    told("nothing when a yes was taken back", SEEN.format("maja"), "", *WHOLE, TAKEN_BACK),
    told("nor on this side", SEEN.format("petra"), "", *WHOLE, TAKEN_BACK),
    told("nor while a guardian of the other child has not been asked", SEEN.format("maja"), "", *WHOLE, NEW.format(child="adam")),
    told("nor on this side then", SEEN.format("petra"), "", *WHOLE, NEW.format(child="adam")),
    told("nor while one of this child's has not", SEEN.format("maja"), "", *WHOLE, NEW.format(child="elsa")),
    told("nor when the ground of the side that asked has fallen", SEEN.format("maja"), "", *THEIRS, "petra: guard.end_ground(:ground)"),
    told("while it stands they are joined", SEEN.format("maja"), "second/first/theirs", *THEIRS),
    told("nor when the other matter is closed", SEEN.format("maja"), "", *WHOLE,
         STEP.format("journey_journey", "closed_at = guard.now(), back_until_on = current_date + 30 where subject_id = :j")),
    told("nor when the side that asked has left", SEEN.format("maja"), "", *WHOLE,
         STEP.format("journey_party", "ended_at = guard.now(), ended_by_id = :petra where child_id = :adam")),
    told("whatever else it takes part in", SEEN.format("maja"), "", *WHOLE,
         STEP.format("journey_party", "ended_at = guard.now(), ended_by_id = :petra where child_id = :adam"), "petra: guard.begin_journey(:adam)"),
    told("nor when it was ended at the other table", SEEN.format("maja"), "", *WHOLE, "petra: guard.end_joining(:first)"),
    told("nor at the table that ended it", SEEN.format("petra"), "", *WHOLE, "petra: guard.end_joining(:first)"),
    told("another side may leave it", SEEN.format("maja"), "second/first/adam", *JOINED, *WHOLE,
         STEP.format("journey_party", "ended_at = guard.now(), ended_by_id = :petra where child_id = :theirs")),
    told("nor when the other child is protected", SEEN.format("maja"), "", *WHOLE, "petra: guard.protect(:adam, null, 'marked', array[:petra])"),
    told("nor is it shown to the protected child's own", SEEN.format("petra"), "", *WHOLE,
         "petra: guard.protect(:adam, null, 'marked', array[:petra])"),
    # -- leaving ---------------------------------------------------------------------------------------------------------
    done("either side ends it", "petra: guard.end_joining(:first)", ENDED, "first/petra/yes, second/-/no", *WHOLE),
    done("those at the other table are told that it is over", "petra: guard.end_joining(:first)", OVER, "siblings_over/maja/second/elsa", *WHOLE),
    done("nor does it reach those whom the other child is joined with besides", "petra: guard.end_joining(:first)", OVER,
         "siblings_over/maja/second/elsa", *WHOLE, asked("noor", "noors"), *says("noor", "noors"), offer("maja", "elsa", "elsas", "more", "v"),
         join("petra", "noor", "noors", "third", "v")),
    done("nobody is told of a word that was never brought", "petra: guard.end_joining(:first)", "db: select count(*) from journey_notice", "0", *WORD),
    refused("not the other's side", "maja: guard.end_joining(:first)", NOT_PART, *WHOLE),
    refused("not ended twice", "petra: guard.end_joining(:first)", NOT_PART, *WHOLE, "petra: guard.end_joining(:first)"),
    done("a yes taken back ends it", TAKEN_BACK, ENDED, "first/maja/yes, second/-/no", *WHOLE),
    done("and tells those at the other table", TAKEN_BACK, OVER, "siblings_over/maja/second/elsa", *WHOLE),
    done("a later yes joins nobody", answer("adams", "ali", "{80}", answered_at="guard.now() + interval '1 second'"), ENDED,
         "first/maja/yes, second/-/no", *WHOLE, TAKEN_BACK),
    done("a no ends it too", answer("adams", "ali", "{80}", yes="false", answered_at="guard.now() + interval '1 second'"), ENDED,
         "first/maja/yes, second/-/no", *WHOLE),
    done("and a question that is ended", STEP.format("consent_consent", "ended_at = guard.now(), ended_by_id = :petra where id = :adams"), ENDED,
         "first/maja/yes, second/-/no", *WHOLE),
    done("and an exception in a guardian's place", EXCEPTED.format(child="adam", to="adams", guardian="ali", ended="null, null"), ENDED,
         "first/maja/yes, second/-/no", *WHOLE),
    done("what is said to another question ends nothing", answer("more", "ali", "{80}", yes="false"), ENDED, "first/-/no, second/-/no", *WHOLE,
         asked("adam", "more")),
    done("nor does a yes said once more", answer("adams", "ali", "{80}", answered_at="guard.now() + interval '1 second'"), ENDED,
         "first/-/no, second/-/no", *WHOLE),
    done("where nobody is acting it is signed by whoever took the yes back", TAKEN_BACK.replace(":petra", ":amir"), ENDED,
         "first/amir/yes, second/-/no", *WHOLE, "nobody: select 1"),
    done("who ended it first stays", TAKEN_BACK, "db: select ended_by_id from siblings_joined where id = :first", "amir", *WHOLE,
         "db: update siblings_joined set ended_at = guard.now(), ended_by_id = :amir where id = :first"),
    # -- what home wants at both tables ----------------------------------------------------------------------------------
    done("a promise of home's lies at both tables", lay("promise", "promise"), LAID, "j/41/joining/promise/promise/ej/petra", *BOTH, *HERS),
    done("a story where it stands", lay("story", "told"), LAID, "adam/78/joining/story/told/ej/petra", *BOTH, said("story", "told")),
    done("a note of a guardian's too", lay("note", "told"), LAID, "adam/78/joining/note/told/ej/petra", *BOTH, said("note", "told")),
    done("or of another adult's at home", lay("note", "told"), "db: select kind from siblings_common", "note", *BOTH,
         said("note", "told", voice="'adult'")),
    refused("not the child's own words", lay("note", "told"), NOT_HOME, *BOTH, said("note", "told", voice="'child'")),
    refused("nor the school's", lay("note", "told"), NOT_HOME, *BOTH, said("note", "told", voice="'staff'")),
    refused("nor what tells of somebody else", lay("note", "told"), NOT_HOME, *BOTH, said("note", "told", about_person=":ali")),
    refused("nor a note that was a mistake", lay("note", "told"), NOT_HOME, *BOTH, said("note", "told", **BACK)),
    refused("nor one taken back", lay("note", "told"), NOT_HOME, *BOTH, said("note", "told", **GONE)),
    refused("nor a story that was a mistake", lay("story", "told"), NOT_HOME, *BOTH, said("story", "told", **BACK)),
    refused("nor one that its teller took back", lay("story", "told"), NOT_HOME, *BOTH, said("story", "told", **GONE)),
    refused("nor a promise taken away", lay("promise", "promise"), NOT_HOME, *BOTH, PLAN, promise(**BACK)),
    refused("nor one of the school's", lay("promise", "promise"), NOT_HOME, *BOTH, *HERS,
            STEP.format("promises_promise", "side = 'school'")),
    refused("a promise is no story", lay("story", "promise"), NOT_HOME, *BOTH, *HERS),
    refused("nor a note", lay("note", "promise"), NOT_HOME, *BOTH, *HERS),
    refused("a story is no promise", lay("promise", "told"), NOT_HOME, *BOTH, said("story", "told")),
    refused("neither is a story", lay("note", "told"), NOT_HOME, *BOTH, said("story", "told")),
    refused("a note is no story", lay("story", "told"), NOT_HOME, *BOTH, said("note", "told")),
    done("that promise alone", lay("promise", "promise"), "db: select count(*) from siblings_common", "1", *BOTH, *HERS, promise("more")),
    done("that story alone", lay("story", "told"), "db: select record_id from siblings_common", "told", *BOTH, said("story", "more", version="2"),
         said("story", "told")),
    done("that note alone", lay("note", "told"), "db: select record_id from siblings_common", "told", *BOTH, said("note", "more"), said("note", "told")),
    refused("not by one at this table alone", lay("promise", "promise"), NOT_HOME, *WHOLE, *HERS),
    refused("not by one at the other alone", lay("promise", "promise", who="maja"), NOT_HOME, *BOTH, *HERS),
    refused("not from the other child's side", lay("promise", "promise", "second"), NOT_HOME, *BOTH, *HERS),
    refused("nor a story from there", lay("story", "told", "second"), NOT_HOME, *BOTH, said("story", "told")),
    refused("not of a third child's", lay("story", "told"), NOT_HOME, *BOTH, NOOR, said("story", "told", "noor", voice_id=":rana", about_person=":rana")),
    refused("not what stands behind a wall where one does not write", lay("story", "told", who="amir"), NOT_HOME,
            put("adam", "amir", "{65,67}"), put("elsa", "amir", "{65,67}"), *WHOLE, said("story", "told")),
    refused("nor where one only reads", lay("story", "told", who="amir"), NOT_HOME, put("adam", "amir", "{65,67,142}"),
            put("elsa", "amir", "{65,67}"), *WHOLE, said("story", "told", wall=142)),
    refused("nor when they are joined no more", lay("promise", "promise"), NOT_HOME, *BOTH, *HERS, TAKEN_BACK),
    # -- one meeting at two tables -------------------------------------------------------------------------------------
    done("a meeting is offered to the other table", seat("petra", "first", "ours", "table"), SAT, "j/42/joining/ours/yes/petra", *MEETS),
    told("which reads when and where, and no more", TABLES.format("maja"), "second/table/p/yes/no", *MEETS, seat("petra", "first", "ours", "table")),
    told("also that it was called off", TABLES.format("maja"), "second/table/p/yes/yes", *MEETS, seat("petra", "first", "ours", "table"),
         STEP.format("gathering_jointmeeting", "cancelled_at = guard.now(), cancelled_by_id = :petra")),
    told("of its own table it is not told so", TABLES.format("petra"), "", *MEETS, seat("petra", "first", "ours", "table")),
    told("nobody else is told", TABLES.format("amir"), "", *MEETS, seat("petra", "first", "ours", "table")),
    told("nor of what was taken back", TABLES.format("maja"), "", *MEETS, seat("petra", "first", "ours", "table"),
         STEP.format("siblings_sametable", "withdrawn_at = guard.now(), withdrawn_by_id = :petra")),
    told("nor of a meeting that was a mistake", TABLES.format("maja"), "", *MEETS, seat("petra", "first", "ours", "table"),
         STEP.format("gathering_jointmeeting", "withdrawn_at = guard.now(), withdrawn_by_id = :petra")),
    told("nor of meetings that were not offered", TABLES.format("maja"), "second/table/p/yes/no", *MEETS, meeting("alone"),
         seat("petra", "first", "ours", "table")),
    told("nor of what was offered to a third child", TABLES.format("maja"), "", *MEETS, asked("noor", "noors"), *says("noor", "noors"),
         offer("petra", "adam", "adams", "more", "v"), join("petra", "noor", "noors", "third", "v"), seat("petra", "more", "ours", "table")),
    done("the other table answers with a meeting of its own", seat("maja", "second", "theirs", "back", ":table"),
         "db: select subject_id, meeting_id, occasion = :table from siblings_sametable where id = :back", "ej/theirs/yes", *MEETS,
         meeting("theirs", "ej"), seat("petra", "first", "ours", "table")),
    refused("not to what was not offered", seat("maja", "second", "theirs", "back", ":theirs"), NOT_ONE, *MEETS, meeting("theirs", "ej"),
            seat("petra", "first", "ours", "table")),
    refused("not to what one has offered oneself", seat("petra", "first", "more", "back", ":table"), NOT_ONE, *MEETS, meeting("more"),
            seat("petra", "first", "ours", "table")),
    refused("not to what was offered to another child", seat("maja", "more", "theirs", "back", ":table"), NOT_ONE, *MEETS, meeting("theirs", "ej"),
            asked("noor", "noors"), *says("noor", "noors"), offer("maja", "elsa", "elsas", "more", "v"),
            join("petra", "noor", "noors", "third", "v"), seat("petra", "first", "ours", "table")),
    refused("not another child's meeting", seat("petra", "first", "theirs", "table"), NOT_ONE, *BOTH, meeting("theirs", "ej")),
    refused("not one that has been held", seat("petra", "first", "ours", "table"), NOT_ONE, *WHOLE,
            meeting("ours", held_at="guard.now()", held_by_id=":petra")),
    refused("nor called off", seat("petra", "first", "ours", "table"), NOT_ONE, *WHOLE,
            meeting("ours", cancelled_at="guard.now()", cancelled_by_id=":petra")),
    refused("nor a mistake", seat("petra", "first", "ours", "table"), NOT_ONE, *WHOLE, meeting("ours", **BACK)),
    done("that meeting alone", seat("petra", "first", "ours", "table"), "db: select meeting_id from siblings_sametable", "ours", *MEETS,
         meeting("more")),
    refused("not by one at the other table", seat("maja", "first", "ours", "table"), NOT_ONE, *MEETS),
    refused("nor one meeting when they are joined no more", seat("petra", "first", "ours", "table"), NOT_ONE, *MEETS, TAKEN_BACK),
]
