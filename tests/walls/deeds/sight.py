"""What those who work with a child may know of its protection, its guardians and who meets it."""

from .given import INVITED, JOINED, PROTECTED, assigned, consent, ground, note, put, record
from .journeys import BY_COPY
from .letters import letter, message
from .stage import done, refused, told

FORM = "guard.is_protected(:noor)"
READERS = "guard.protected_readers(:noor)"
OTHER_TIMES = (
    "db: insert into people_protection (id, subject_id, form, decided_by_id, from_at, until_at) select gen_random_uuid(),"
    " :noor, 'registered', :petra, guard.now() + x.a, guard.now() + x.b from (values (interval '-9 days', interval '-8 days'),"
    " (interval '8 days', null)) x (a, b)"
)
PARTIES = "select unit, how from guard.parties_of(:adam)"
SIDES = "select child_id, unit_id from journey_party where child_id is not null"
MET = "select m from guard.met_children(:adam) m"
GIVERS = "select id from guard.givers(:adam)"
CLOSE = "guard.close_misplaced('{}', :it)"
CLOSED = "db: select id, withdrawn_by_id from journey_entry where withdrawn_at is not null"
NOTHING = "There is no such record to close."
SIGNAL = (
    "db: insert into concern_signal (id, subject_id, wall, written_by_id, written_at, for_guardians, for_guardians_because,"
    " for_child, raised_as, how, touches, seen_on, danger, raised_by_id, raised_at) values (gen_random_uuid(), :adam, 67,"
    " :petra, guard.now(), 'no', '', false, 'self', 'seen', '{{child}}', '2025-11-01', false, :petra, guard.now())"
    " returning id as {}"
)
NAMELESS = SIGNAL.format("it").replace("raised_at)", "raised_at, nameless_id)", 1).replace(
    ":petra, guard.now())", ":petra, guard.now(), gen_random_uuid())"
).replace("as it", "as it, nameless_id as nameless")
SIGNALS_CLOSED = "db: select id, withdrawn_by_id from concern_signal where withdrawn_at is not null"
NOTE = note("it", "adam", 67, "petra")
CLOSES = f"petra: {CLOSE.format('concern_signal')}"


def handling(called: str, of: str = "it", **more: str) -> str:
    """A step taken with a concern."""
    return record("concern_handling", called, "adam", 67, "petra", signal_id=f":{of}", kind="'taken'", because="''", **more)


def event(called: str, of: str) -> str:
    """What the story tells of a record."""
    return record("journey_event", called, "adam", 67, "petra", kind="'e'", record_id=f":{of}")


def reminder(called: str, of: str, done_at: str = "null") -> str:
    return (
        "db: insert into journey_notice (id, to_id, kind, record_id, subject_id, sent_by_id, sent_at, done_at) values "
        f"(gen_random_uuid(), :petra, 'x', :{of}, :adam, :petra, guard.now(), {done_at}) returning id as {called}"
    )


TWO_CONCERNS = (SIGNAL.format("other"), SIGNAL.format("it"), handling("others", "other"), handling("own"))
DONE = "db: select id from journey_notice where kind = 'x' and done_at > guard.now() - interval '1 hour'"
BEFORE = {"withdrawn_at": "guard.now() - interval '1 day'", "withdrawn_by_id": ":bosse"}
LETTERS = (letter("it"), *message("own", "it"), letter("other"), *message("others", "other"))
AMIR = assigned("adam", "amir")
PARTY = "db: update journey_party set {} where {}"

DEEDS = [
    # -- protection --------------------------------------------------------------------------------------------------
    told("a reader knows the form", f"petra: {FORM}", "marked", *PROTECTED),
    told("who does not read is told of none", f"bosse: {FORM}", "-", *PROTECTED),
    told("nor is a stranger", f"maja: {FORM}", "-", *PROTECTED),
    told("nor is a reader who has left the child", f"petra: {FORM}", "-", *PROTECTED,
         "db: select id as which from access_assignment where subject_id = :noor and capacity_id = :petra",
         "petra: guard.end_assignment(:which)"),
    told("a form is told as it is", f"petra: {FORM}", "registered", "petra: guard.protect(:noor, null, 'registered', '{}')"),
    told("also one that will end", f"petra: {FORM}", "registered", "petra: guard.protect(:noor, null, 'registered', '{}')",
         "db: update people_protection set until_at = guard.now() + interval '1 day'"),
    told("a child that is not protected has no form", f"petra: {FORM}", "-"),
    told("also when another is", f"petra: {FORM}", "-", "petra: guard.protect(:adam, null, 'marked', '{}')"),
    told("only what stands counts", f"petra: {FORM}", "marked", OTHER_TIMES, *PROTECTED),
    told("what will end stands still", f"petra: {FORM}", "marked", *PROTECTED,
         "db: update people_protection set until_at = guard.now() + interval '1 day'"),
    told("each child has its own form", f"petra: {FORM}", "marked", "petra: guard.protect(:adam, null, 'registered', '{}')",
         *PROTECTED),
    told("a child protected through a sibling is marked", "fatima: guard.is_protected(:mio)", "marked",
         "fatima: guard.open_child(:lingonet, :mio_pupil, '', '', '', null, null, '', '') as mio",
         "db: update people_guardian set identity_key = '\\x01' where id = :hodan",
         "db: update people_guardian set identity_key = '\\x01', subject_id = :mio where id = :ali",
         assigned("adam", "fatima"), "petra: guard.protect(:adam, null, 'registered', array[:fatima])"),
    told("a reader knows the readers", f"petra: {READERS}", "amir, gunilla, petra", *PROTECTED),
    told("who does not read knows none", f"bosse: {READERS}", "", *PROTECTED),
    told("those of this child, now", f"petra: {READERS}", "amir, petra", *PROTECTED,
         "petra: guard.protect(:adam, null, 'marked', array[:bosse])",
         "db: update access_protectedreader set until_at = guard.now() + interval '1 day' where capacity_id = :amir",
         "db: update access_protectedreader set until_at = guard.now() where capacity_id = :gunilla",
         "db: insert into access_protectedreader (id, subject_id, capacity_id, given_by_id, from_at) values"
         " (gen_random_uuid(), :noor, :maja, :petra, guard.now() + interval '1 day')"),
    told("a class list leaves out who is protected", "jonas: select s from guard.shielded_pupils() s", "noor_pupil",
         *PROTECTED),
    told("and not from a reader", "petra: select s from guard.shielded_pupils() s", "", *PROTECTED),
    told("a protected child that is no pupil is no pupil", "jonas: select s from guard.shielded_pupils() s", "",
         "petra: guard.open_child(:norrskolan, null, 'Bo', 'Ek', 'ek', null, 2015, '', '') as own",
         "petra: guard.protect(:own, null, 'marked', '{}')"),
    told("the name told of a nameless concern closes with the child", "jonas: select c = :nameless from guard.shielded_concerns() c",
         "yes", NAMELESS, SIGNAL.format("other"), "petra: guard.protect(:adam, null, 'marked', '{}')"),
    told("and not for a reader", "petra: select c from guard.shielded_concerns() c", "", NAMELESS,
         "petra: guard.protect(:adam, null, 'marked', '{}')"),
    told("nor because another child is protected", "jonas: select c from guard.shielded_concerns() c", "", NAMELESS,
         "petra: guard.protect(:noor, null, 'marked', '{}')"),
    # -- who meets the child -----------------------------------------------------------------------------------------
    told("the others in the journey", f"petra: {PARTIES}", "reception/space", *JOINED),
    told("as the other side sees it", "tomas: select unit, how from guard.parties_of(:theirs)", "norrskolan/space", *JOINED),
    told("a stranger knows of none", f"maja: {PARTIES}", "", *JOINED),
    told("nor one from whom the child is protected", f"bosse: {PARTIES}", "", *JOINED,
         "petra: guard.protect(:adam, null, 'marked', '{}')"),
    told("nor who leads the school where the child is protected from her", f"gunilla: {PARTIES}", "", *JOINED,
         "petra: guard.protect(:adam, null, 'marked', '{}')"),
    told("nor one who may only write about the child", f"jonas: {PARTIES}", "", *JOINED, put("adam", "jonas", "{65}", "writer")),
    told("nor does she see that there is a journey", f"jonas: {SIDES}", "", *JOINED, put("adam", "jonas", "{65}", "writer")),
    told("who works with the child sees it", f"petra: {SIDES}", "adam/norrskolan, theirs/reception", *JOINED),
    told("who works with the child and takes part by copy sees her own side", f"birgitta: {SIDES}", "theirs/bvc", *BY_COPY),
    told("who works with a child that is by copy sees that she is", f"jonas: {SIDES}", "adam/norrskolan", *JOINED,
         assigned("adam", "jonas"), PARTY.format("how = 'copy'", "child_id = :adam")),
    told("who is invited is not there yet", f"petra: {PARTIES}", "", *INVITED),
    told("who has left is there no more", f"petra: {PARTIES}", "", *JOINED, "tomas: guard.end_party(:party)"),
    told("who has left oneself knows no more", f"petra: {PARTIES}", "", *JOINED,
         PARTY.format("ended_at = guard.now(), ended_by_id = :petra", "child_id = :adam")),
    told("who has not accepted knows not yet", f"petra: {PARTIES}", "", *JOINED,
         PARTY.format("accepted_at = null, accepted_by_id = null", "child_id = :adam")),
    told("journeys of other children are others", f"petra: {PARTIES}", "reception/space", *JOINED,
         "maja: guard.begin_journey(:elsa)"),
    told("who came in silence is not shown", f"gunilla: {PARTIES}", "", consent(wall=81, by="amir"), *JOINED,
         put("adam", "gunilla", "{65,67}"),
         "db: insert into access_groundconsent (id, ground_id, subject_id, consent_id) values (gen_random_uuid(), :ground,"
         " :adam, :consent)",
         "db: update people_roleright set whole_unit = '{1,3,16}' where role = 'head_teacher'"),
    told("who was there from the start is shown beside a silence", "tomas: select unit, how from guard.parties_of(:theirs)",
         "norrskolan/space", *JOINED, ground(unit="bvc", called="silent"), consent(child="theirs", wall=81),
         "db: insert into access_groundconsent (id, ground_id, subject_id, consent_id) values (gen_random_uuid(), :silent,"
         " :adam, :consent)"),
    told("the children that meet this one", f"petra: {MET}", "theirs", *JOINED),
    told("nor does who leads the school where the child is protected from her", f"gunilla: {MET}", "", *JOINED,
         "petra: guard.protect(:adam, null, 'marked', '{}')"),
    told("one who may only write about the child meets none", f"jonas: {MET}", "", *JOINED,
         put("adam", "jonas", "{65}", "writer")),
    told("a stranger meets none", f"maja: {MET}", "", *JOINED),
    told("nor does one from whom the child is protected", f"bosse: {MET}", "", *JOINED,
         "petra: guard.protect(:adam, null, 'marked', '{}')"),
    told("who is invited is not met yet", f"petra: {MET}", "", *INVITED),
    told("a row that has not accepted is not met", f"petra: {MET}", "", *JOINED,
         PARTY.format("accepted_at = null, accepted_by_id = null", "child_id = :theirs")),
    told("who has left is met no more", f"petra: {MET}", "", *JOINED, "tomas: guard.end_party(:party)"),
    told("who has left oneself meets none", f"petra: {MET}", "", *JOINED,
         PARTY.format("ended_at = guard.now(), ended_by_id = :petra", "child_id = :adam")),
    told("who has not accepted meets none", f"petra: {MET}", "", *JOINED,
         PARTY.format("accepted_at = null, accepted_by_id = null", "child_id = :adam")),
    told("children of other journeys are not met", f"petra: {MET}", "theirs", *JOINED, "maja: guard.begin_journey(:elsa)"),
    # -- who is asked ------------------------------------------------------------------------------------------------
    told("the guardians to ask", f"petra: {GIVERS}", "ali, hodan"),
    told("of this child, now", f"petra: {GIVERS}", "ali",
         "db: update people_guardian set until_at = guard.now() + interval '1 day' where id = :ali",
         "db: update people_guardian set until_at = guard.now() where id = :hodan"),
    told("not one to come", f"petra: {GIVERS}", "ali",
         "db: update people_guardian set from_at = guard.now() + interval '1 hour' where id = :hodan"),
    told("who may not read consents asks none", f"jonas: {GIVERS}", "", assigned("adam", "jonas")),
    told("who may read consents and no address does", f"amir: {GIVERS}", "ali, hodan", put("adam", "amir", "{65,80}")),
    told("one whose own consents are elsewhere does not", f"eva: {GIVERS}", "", put("adam", "eva", "{65,66}")),
    told("one from whom the child is protected does not", f"bosse: {GIVERS}", "",
         "petra: guard.protect(:adam, null, 'marked', '{}')"),
    told("a home may be reached", "db: guard.may_reach(:hodan)", "yes"),
    told("unless it is decided that it is not", "db: guard.may_reach(:hodan)", "no",
         "db: insert into consent_nocontact (id, subject_id, wall, written_by_id, written_at, for_guardians,"
         " for_guardians_because, for_child, guardian_id) values (gen_random_uuid(), :adam, 81, :amir, guard.now(), 'no', '',"
         " false, :hodan)"),
    told("another's decision is not about this home", "db: guard.may_reach(:ali)", "yes",
         "db: insert into consent_nocontact (id, subject_id, wall, written_by_id, written_at, for_guardians,"
         " for_guardians_because, for_child, guardian_id) values (gen_random_uuid(), :adam, 81, :amir, guard.now(), 'no', '',"
         " false, :hodan)"),
    told("a decision that has ended shuts nothing", "db: guard.may_reach(:hodan)", "yes",
         "db: insert into consent_nocontact (id, subject_id, wall, written_by_id, written_at, for_guardians,"
         " for_guardians_because, for_child, guardian_id, ended_at, ended_by_id) values (gen_random_uuid(), :adam, 81, :amir,"
         " guard.now(), 'no', '', false, :hodan, guard.now(), :amir)"),
    told("nor one that is taken back", "db: guard.may_reach(:hodan)", "yes",
         "db: insert into consent_nocontact (id, subject_id, wall, written_by_id, written_at, for_guardians,"
         " for_guardians_because, for_child, guardian_id, withdrawn_at, withdrawn_by_id) values (gen_random_uuid(), :adam, 81,"
         " :amir, guard.now(), 'no', '', false, :hodan, guard.now(), :amir)"),
    # -- about the wrong child ---------------------------------------------------------------------------------------
    done("its writer closes a note about the wrong child", f"petra: {CLOSE.format('journey_entry')}", CLOSED, "it/petra",
         note("other", "adam", 67, "petra"), NOTE),
    done("and so does anyone who reads it there", f"amir: {CLOSE.format('journey_entry')}", CLOSED, "it/amir", AMIR, NOTE),
    done("a concern likewise", f"amir: {CLOSE.format('concern_signal')}", SIGNALS_CLOSED, "it/amir", AMIR, SIGNAL.format("other"),
         SIGNAL.format("it")),
    done("its writer does without reading there", f"jonas: {CLOSE.format('journey_entry')}", CLOSED, "it/jonas",
         put("adam", "jonas", "{65}", "writer"), note("it", "adam", 67, "jonas")),
    done("the one it is for does", f"amir: {CLOSE.format('journey_entry')}", CLOSED, "it/amir", AMIR,
         note("it", "adam", 67, "petra", only_for_id=":amir")),
    done("its writer does when it is for another", f"petra: {CLOSE.format('journey_entry')}", CLOSED, "it/petra", AMIR,
         note("it", "adam", 67, "petra", only_for_id=":amir")),
    refused("others do not when it is for one", f"gunilla: {CLOSE.format('journey_entry')}", NOTHING, AMIR,
            note("it", "adam", 67, "petra", only_for_id=":amir")),
    done("what belongs to it is closed with it", CLOSES, "db: select id, withdrawn_by_id from concern_handling where withdrawn_at is not null",
         "own/petra", *TWO_CONCERNS),
    done("also what belongs to that, by its key", CLOSES, "db: select id from journey_event where withdrawn_at is not null", "e, f",
         *TWO_CONCERNS, event("e", "it"), event("f", "own"), event("g", "others")),
    done("what was closed before was closed then", CLOSES, "db: select withdrawn_by_id from concern_handling", "bosse",
         SIGNAL.format("it"), handling("own", **BEFORE)),
    told("and what was closed is counted", CLOSES, "2", *TWO_CONCERNS),
    told("alone it is one", CLOSES, "1", SIGNAL.format("it")),
    done("reminders of it are done with", CLOSES, DONE, "a, b", *TWO_CONCERNS, reminder("a", "it"), reminder("b", "own"), reminder("c", "others"),
         reminder("d", "it", "guard.now() - interval '1 day'")),
    done("a letter's message stays at home", f"petra: {CLOSE.format('letters_letter')}",
         "db: select message_id from letters_queued where next_at is null", "own", *LETTERS),
    done("that of no other letter is closed", f"petra: {CLOSE.format('letters_letter')}",
         "db: select id from letters_message where withdrawn_at is not null", "own", *LETTERS),
    refused("what belongs to another is not closed alone", "petra: guard.close_misplaced('concern_handling', :own)", NOTHING, *TWO_CONCERNS),
    refused("a stranger closes nothing", f"maja: {CLOSE.format('journey_entry')}", NOTHING, NOTE),
    refused("one who reads elsewhere about the child does not", f"jonas: {CLOSE.format('journey_entry')}", NOTHING,
            assigned("adam", "jonas"), note("it", "adam", 66, "petra")),
    refused("one who reads there about another child does not", f"maja: {CLOSE.format('journey_entry')}", NOTHING,
            note("it", "adam", 66, "petra"), put("adam", "maja", "{65}")),
    refused("one who may write there and not read does not", f"jonas: {CLOSE.format('journey_entry')}", NOTHING,
            put("adam", "jonas", "{65}", "writer"), NOTE),
    refused("the writer who has left the child does not", f"amir: {CLOSE.format('journey_entry')}", NOTHING,
            note("it", "adam", 67, "amir")),
    refused("nor the one from whom it is protected", f"bosse: {CLOSE.format('journey_entry')}", NOTHING,
            note("it", "adam", 67, "bosse"), "petra: guard.protect(:adam, null, 'marked', '{}')"),
    refused("what is closed is not closed again", f"petra: {CLOSE.format('journey_entry')}", NOTHING, NOTE,
            f"petra: {CLOSE.format('journey_entry')}"),
    refused("nor a closed concern", f"petra: {CLOSE.format('concern_signal')}", NOTHING, SIGNAL.format("it"),
            f"petra: {CLOSE.format('concern_signal')}"),
    refused("a note is no concern", f"petra: {CLOSE.format('concern_signal')}", NOTHING, NOTE, SIGNAL.format("other")),
    refused("a record of another kind is not closed so", f"petra: {CLOSE.format('plan_plan')}", NOTHING, NOTE),
    refused("what is none is not closed", "petra: guard.close_misplaced('journey_entry', :adam)", NOTHING, NOTE),
]  # fmt: skip
