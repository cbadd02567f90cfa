"""What follows from consent: exceptions, grounds in silence, shutting, and what is told of a third person."""

from .given import HATS, answer, assigned, capacity, consent, ground, note, put, yes
from .stage import done, refused, told

GROUND = ground(basis="consent", consents="array[:consent]")
TOLD = "petra: guard.disclose(:ground, 67, null, guard.now() - interval '9 days') as telling"
# A question to the young person alone, which nobody without the no-contact wall may notice.
QUIET = (
    assigned("adam", "amir"),
    consent(wall=81, by="amir", unit="reception"),
    ground(by="amir", basis="consent", consents="array[:consent]"),
)
SILENCE = "select q from guard.quiet_grounds() q"
OUT_LOUD = (consent(), GROUND)
QUIETLY = "select q from guard.told_quietly() q"
TO_TOMAS = (
    assigned("adam", "amir"),
    consent(wall=81, by="amir", to_unit_id="null", to_capacity_id=":tomas"),
    ground(by="amir", basis="consent", consents="array[:consent]", capacity="tomas"),
    *yes(),
    "amir: guard.disclose(:ground, 67, null, guard.now() - interval '9 days') as telling",
)
ALOUD = (
    consent(to_unit_id="null", to_capacity_id=":tomas"),
    ground(basis="consent", consents="array[:consent]", capacity="tomas"),
    *yes(),
    TOLD,
)
SHUT = "guard.shut_consent(:consent)"
BACK = "db: update consent_consentanswer set taken_back_at = guard.now(), taken_back_by_id = :petra where guardian_id = :ali"
LESS = "db: update consent_consentanswer set walls = '{65}' where guardian_id = :ali"
GROUNDS = "db: select id, until_at <= guard.now(), ended_by_id from access_ground"
TELLINGS = "db: select id, ended_by_id from access_disclosure"
PARTIES = "db: select unit_id, ended_by_id from journey_party where ended_at is not null"
INVITE = "petra: guard.invite_party(:adam, :reception, :ground, 'space', 'why') as party"
STOOD = (consent(), GROUND, *yes(), TOLD)
THIRD = "select subject_id, person, record_id from guard.third_open()"
SAYS = answer(giver="'third'", about_person=":lena")
NO = answer(giver="'third'", about_person=":lena", yes="false", answered_at="guard.now() + interval '1 minute'")
EXCEPT = (
    "insert into consent_consentexception (id, subject_id, wall, written_by_id, written_at, for_guardians,"
    " for_guardians_because, for_child, consent_id, guardian_id, reason) values (gen_random_uuid(), :adam, 80, :{},"
    " guard.now(), 'no', '', false, :consent, :ali, 'prevented')"
)
TOGETHER = "petra: guard.answers_with_another(:adam, :ali)"
OTHER = "db: update people_guardian set {} where id = :hodan"
ALONE = OTHER.format("custody = 'none'")
LENA = "db: select gen_random_uuid() as lena"
OF_LENA = note("it", "adam", 67, "petra", about_person=":lena")
NOTES = "select id from journey_entry where title = 't'"

DEEDS = [
    told("a head teacher decides exceptions", "gunilla: guard.may_decide()", "yes"),
    told("a mentor does not", "petra: guard.may_decide()", "no"),
    told("nobody does not", "nobody: guard.may_decide()", "no"),
    done("and writes one", f"gunilla: {EXCEPT.format('gunilla')}", "db: select written_by_id from consent_consentexception",
         "gunilla", consent()),
    refused("a mentor who would write one", f"petra: {EXCEPT.format('petra')}",
            'new row violates row-level security policy "decided" for table "consent_consentexception"', consent()),
    refused("an officer who would go past the one who has custody alone", f"gunilla: {EXCEPT.format('gunilla')}",
            'new row violates row-level security policy "decided" for table "consent_consentexception"', consent(), ALONE),
    told("one of two answers with another", TOGETHER, "yes"),
    told("whatever the other's custody is", TOGETHER, "yes", OTHER.format("custody = 'sole'")),
    told("or was decided by a court", TOGETHER, "yes", OTHER.format("custody = 'appointed'")),
    told("or is not known", TOGETHER, "yes", OTHER.format("custody = 'unknown'")),
    told("or one's own", TOGETHER, "yes", OTHER.format("custody = 'sole'").replace("hodan", "ali")),
    told("not one who has custody alone", TOGETHER, "no", ALONE),
    told("nor one without custody", TOGETHER, "no", OTHER.format("custody = 'none'").replace("hodan", "ali")),
    told("nor when the other's has ended", TOGETHER, "no", OTHER.format("until_at = guard.now()")),
    told("before it ends it has not", TOGETHER, "yes", OTHER.format("until_at = guard.now() + interval '1 second'")),
    told("nor when it has not begun", TOGETHER, "no", OTHER.format("from_at = guard.now() + interval '1 second'")),
    told("when it begins it has", TOGETHER, "yes", OTHER.format("from_at = guard.now()")),
    told("nor one who is nobody's guardian", "petra: guard.answers_with_another(:adam, :petra)", "no"),
    told("nor another child's", "petra: guard.answers_with_another(:noor, :ali)", "no"),
    told("nobody answers for one who is of age", TOGETHER, "no", "db: update people_child set born_on = '2007-11-20' where subject_id = :adam"),
    told("the day before they do", TOGETHER, "yes", "db: update people_child set born_on = '2007-11-21' where subject_id = :adam"),
    told("which consents stand, and for what", "petra: select * from guard.consents_of(:adam)", "consent/65, consent/67",
         *STOOD),
    told("for less", "petra: select * from guard.consents_of(:adam)", "consent/65", *STOOD, LESS),
    told("of this child", "petra: select * from guard.consents_of(:noor)", "", *STOOD),
    told("not to one who may not read them", "jonas: select * from guard.consents_of(:adam)", "", *STOOD,
         assigned("adam", "jonas")),
    told("nor a quiet one to one who may read the others", "petra: select * from guard.consents_of(:adam)", "",
         consent(wall=81, by="amir"), *yes()),
    # -- in silence --------------------------------------------------------------------------------------------------
    told("a colleague does not notice a quiet ground", f"petra: {SILENCE}", "ground", *QUIET),
    told("those who know of it do", f"amir: {SILENCE}", "", *QUIET),
    told("a ground on an open question is not quiet", f"petra: {SILENCE}", "", *OUT_LOUD),
    told("also from one who may not read the question", f"jonas: {SILENCE}", "", *OUT_LOUD, assigned("adam", "jonas")),
    told("about a child that is not one's own there is nothing to hide", f"maja: {SILENCE}", "", *QUIET),
    told("nor does one who reads about the child in another hat", f"maria: {SILENCE}", "ground", *HATS, *QUIET),
    told("who is told on it knows it", f"jonas: {SILENCE}", "", assigned("adam", "jonas"), assigned("adam", "amir"),
         consent(wall=81, by="amir", to_unit_id="null", to_capacity_id=":jonas"),
         ground(by="amir", basis="consent", consents="array[:consent]", capacity="jonas"), *yes(),
         "amir: guard.disclose(:ground, 67, null, guard.now())"),
    told("each ground by its own question", f"petra: {SILENCE}", "ground", consent("open"),
         ground(basis="consent", consents="array[:open]", called="loud"), *QUIET),
    told("another question there does not open this one", f"jonas: {SILENCE}", "ground", *QUIET,
         put("adam", "jonas", "{65,80}")),
    told("who may write there and not read does not know it", f"report: {SILENCE}", "ground", *QUIET,
         capacity("report", "sofia", "norrskolan", "teacher"), put("adam", "report", "{65}")),
    told("what is told in silence is told so", f"tomas: {QUIETLY}", "ground", *TO_TOMAS),
    told("what is told aloud is not", f"tomas: {QUIETLY}", "", *ALOUD),
    told("nor because of another's silence", f"tomas: {QUIETLY}", "", assigned("adam", "amir"),
         consent("silent", wall=81, by="amir"),
         ground(by="amir", basis="consent", consents="array[:silent]", called="elsewhere"), *ALOUD),
    # -- shutting ----------------------------------------------------------------------------------------------------
    done("a consent that falls shuts its ground", f"petra: {SHUT}", GROUNDS, "ground/yes/petra", *STOOD, BACK),
    told("and who gave it is to know", f"petra: {SHUT}", "petra", *STOOD, BACK),
    told("with the one who invited on it", f"gunilla: {SHUT}", "petra, petra", *STOOD, INVITE, BACK),
    done("whose invitation ends with it", f"petra: {SHUT}", PARTIES, "reception/petra", *STOOD, INVITE, BACK),
    done("and no other", f"petra: {SHUT}", PARTIES, "reception/petra", ground(unit="bvc", called="other"),
         "petra: guard.invite_party(:adam, :bvc, :other, 'copy', 'why')", *STOOD, INVITE, BACK),
    done("one that has left stays as it was", f"gunilla: {SHUT}", PARTIES, "reception/petra", *STOOD, INVITE, BACK,
         "petra: guard.end_party(:party)"),
    done("a consent to less shuts what is told beyond it", f"petra: {SHUT}", TELLINGS, "telling/petra", *STOOD, LESS),
    done("and leaves the ground", f"petra: {SHUT}", GROUNDS, "ground/-/-", *STOOD, LESS),
    done("and what is told within it", f"petra: {SHUT}", TELLINGS, "name/-, telling/petra", *STOOD,
         "petra: guard.disclose(:ground, 65, :adam, null) as name", LESS),
    done("and what is told on another ground", f"petra: {SHUT}", TELLINGS, "other/-, telling/petra",
         ground(called="harm"), "petra: guard.disclose(:harm, 67, :adam, null) as other", *STOOD, LESS),
    done("and what was ended before", f"gunilla: {SHUT}", TELLINGS, "telling/petra", *STOOD, LESS,
         "petra: guard.end_disclosure(:telling)"),
    done("without the name the whole ground shuts", f"petra: {SHUT}", GROUNDS, "ground/yes/petra", *STOOD,
         "db: update consent_consentanswer set walls = '{67}' where guardian_id = :ali"),
    done("without all that it covers too", f"petra: {SHUT}", GROUNDS, "ground/yes/petra", consent(walls="{67}"),
         ground("{67}", basis="consent", consents="array[:consent]"), *yes(), BACK),
    done("what stands is not shut", f"petra: {SHUT}", GROUNDS, "ground/-/-", *STOOD),
    told("and nobody needs to know", f"petra: {SHUT}", "", *STOOD),
    done("nor because another ground's has fallen", f"petra: {SHUT}", GROUNDS, "ground/-/-, other_ground/-/-",
         consent("other"), ground(basis="consent", consents="array[:other]", called="other_ground"), *STOOD),
    done("another consent's ground is not shut", f"petra: {SHUT}", GROUNDS, "ground/yes/petra, other_ground/-/-",
         consent("other"), ground(basis="consent", consents="array[:other]", called="other_ground"), *STOOD, BACK),
    done("what would have ended later ends now", f"petra: {SHUT}", GROUNDS, "ground/yes/petra", *STOOD, BACK,
         "db: update access_ground set until_at = guard.now() + interval '1 day'"),
    done("what had ended stays as it was", f"gunilla: {SHUT}", GROUNDS, "ground/yes/petra", *STOOD, BACK,
         "petra: guard.end_ground(:ground)"),
    told("and is told nobody", f"gunilla: {SHUT}", "", *STOOD, BACK, "petra: guard.end_ground(:ground)"),
    done("a ground on two shuts when one falls", f"petra: {SHUT}", GROUNDS, "ground/yes/petra", consent("first"), consent(),
         ground(basis="consent", consents="array[:first, :consent]"), *yes("first")),
    done("who may not write there shuts nothing", f"jonas: {SHUT}", GROUNDS, "ground/-/-", *STOOD, BACK,
         assigned("adam", "jonas")),
    done("nor does a stranger", f"maja: {SHUT}", GROUNDS, "ground/-/-", *STOOD, BACK),
    done("nor a stranger with questions of her own", f"maja: {SHUT}", GROUNDS, "ground/-/-",
         consent("hers", child="elsa", by="maja"), *STOOD, BACK),
    done("nor who may only read there", f"eva: {SHUT}", GROUNDS, "ground/-/-", *STOOD, BACK, put("adam", "eva", "{80,131}")),
    # -- what is told of a third person ------------------------------------------------------------------------------
    told("a third person's own yes opens what is said of her", f"tomas: {THIRD}", "adam/lena/-", LENA, *ALOUD, SAYS),
    told("not before it is said", f"tomas: {THIRD}", "", LENA, *ALOUD),
    told("then a note about her is read", f"tomas: {NOTES}", "it", LENA, OF_LENA, *ALOUD, SAYS),
    told("and not before", f"tomas: {NOTES}", "", LENA, OF_LENA, *ALOUD),
    told("nor what is said of her at another child", f"tomas: {NOTES}", "it", LENA, OF_LENA, *ALOUD, SAYS,
         note("other", "elsa", 67, "maja", about_person=":lena"), ground("{67}", child="elsa", by="maja", capacity="tomas", called="hers"),
         "maja: guard.disclose(:hers, 67, null, guard.now() - interval '9 days')"),
    told("not a no", f"tomas: {THIRD}", "", LENA, *ALOUD, NO),
    told("the newest answer counts", f"tomas: {THIRD}", "", LENA, *ALOUD, SAYS, NO),
    told("not one that is taken back", f"tomas: {THIRD}", "", LENA, *ALOUD, SAYS,
         "db: update consent_consentanswer set taken_back_at = guard.now(), taken_back_by_id = :petra where giver = 'third'"),
    told("nor one withdrawn", f"tomas: {THIRD}", "", LENA, *ALOUD, SAYS,
         "db: update consent_consentanswer set withdrawn_at = guard.now(), withdrawn_by_id = :petra where giver = 'third'"),
    told("nor one of nobody in particular", f"tomas: {THIRD}", "", LENA, *ALOUD,
         answer(giver="'third'", about_person="null")),
    told("nor a guardian's", f"tomas: {THIRD}", "", LENA, *ALOUD,
         "db: update consent_consentanswer set about_person = :lena"),
    told("nor one to another question", f"tomas: {THIRD}", "", LENA, consent("other"), *ALOUD,
         answer("other", giver="'third'", about_person=":lena")),
    told("nor to a question that another ground rests on", f"tomas: {THIRD}", "", LENA, consent("other"),
         ground(basis="consent", consents="array[:other]", called="elsewhere"), *ALOUD,
         answer("other", giver="'third'", about_person=":lena")),
    told("one record is told with what it says of others when the law lets it", f"tomas: {THIRD}", "adam/-/it",
         note("it", "adam", 67, "petra"), ground(capacity="tomas"), "petra: guard.disclose(:ground, 67, :it, null)"),
    told("and not a whole category", f"tomas: {THIRD}", "", ground(capacity="tomas"), TOLD),
    told("nor on a consent", f"tomas: {THIRD}", "", note("it", "adam", 67, "petra"), *ALOUD[:-1],
         "petra: guard.disclose(:ground, 67, :it, null)"),
    told("nor because another ground is in law", f"tomas: {THIRD}", "", note("it", "adam", 67, "petra"),
         ground(capacity="tomas", called="harm"), *ALOUD[:-1], "petra: guard.disclose(:ground, 67, :it, null)"),
    refused("nobody who is no part of it shuts", "nobody: guard.refuse('x')", "permission denied for function refuse"),
]  # fmt: skip
