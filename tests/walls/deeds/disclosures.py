"""Telling on a ground, and telling no more."""

from .given import answer, assigned, consent, ground, put, yes
from .stage import done, refused, told

STRANGER = "You do not work with this child."
NO_GROUND = "No standing ground covers this."
MAY_NOT = "You can only tell what you may read."
NOT_STANDING = "The consent this rests on does not stand."
TELL = "guard.disclose(:ground, 67, null, guard.now() - interval '9 days') as telling"
TELL_NAME = TELL.replace("67", "65")
TOLD = "db: select ground_id, made_by_id, wall, record_id is null, ended_at is null from access_disclosure"
NURSE = assigned("adam", "eva")
NURSES = ground("{131}", unit="norrskolan", basis="osl_25_13a", by="eva")
CONSENT = (consent(), ground(basis="consent", consents="array[:consent]"))
SOMEONE = (assigned("adam", "ingrid_2"), put("adam", "ingrid_2", "{65}", "writer"))
END = "guard.end_disclosure(:telling)"
ENDED = "db: select id, ended_by_id, ended_at <= guard.now() from access_disclosure where ended_at is not null"

DEEDS = [
    done("a category is told from a date", f"petra: {TELL}", TOLD, "ground/petra/67/yes/yes", ground()),
    done("one record is told", "petra: guard.disclose(:ground, 67, :adam, null)", TOLD, "ground/petra/67/no/yes", ground()),
    done("on a ground that will end", f"petra: {TELL}", TOLD, "ground/petra/67/yes/yes", ground(),
         "db: update access_ground set until_at = guard.now() + interval '1 day'"),
    refused("not on one that has ended", f"petra: {TELL}", NO_GROUND, ground(),
            "db: update access_ground set until_at = guard.now()"),
    refused("not on one to come", f"petra: {TELL}", NO_GROUND, ground(),
            "db: update access_ground set from_at = guard.now() + interval '1 day'"),
    refused("not on one that is none", "petra: guard.disclose(:adam, 67, :adam, null)", NO_GROUND, ground()),
    refused("not what the ground does not cover", f"petra: {TELL}", NO_GROUND, ground("{65}")),
    refused("not by a colleague who does not know the child", f"maja: {TELL}", STRANGER, ground()),
    refused("not what one may not read", "jonas: guard.disclose(:ground, 66, :adam, null)", MAY_NOT, ground("{65,66}"),
            assigned("adam", "jonas")),
    refused("not what one may write and not read", f"ingrid_2: {TELL}", MAY_NOT, ground(), *SOMEONE),
    done("health care tells one record", "eva: guard.disclose(:ground, 131, :adam, null)", TOLD, "ground/eva/131/no/yes",
         NURSE, NURSES),
    refused("and no category", "eva: guard.disclose(:ground, 131, null, guard.now())",
            "Health care tells one record at a time.", NURSE, NURSES),
    # -- on consent --------------------------------------------------------------------------------------------------
    done("on a consent that stands", f"petra: {TELL}", TOLD, "ground/petra/67/yes/yes", *CONSENT, *yes()),
    refused("not before anyone has said yes", f"petra: {TELL}", NOT_STANDING, *CONSENT),
    refused("not on the yes of one guardian", f"petra: {TELL}", NOT_STANDING, *CONSENT, answer(guardian="hodan")),
    refused("not what they said no to", f"petra: {TELL}", NOT_STANDING, *CONSENT, *yes(walls="{65}")),
    refused("not when one of two consents does not stand", f"petra: {TELL}", NOT_STANDING, consent(), consent("other"),
            ground(basis="consent", consents="array[:consent, :other]"), *yes()),
    done("another ground's consent is of no matter", f"petra: {TELL}", TOLD, "ground/petra/67/yes/yes", consent("other"),
         ground(basis="consent", consents="array[:other]", called="elsewhere"), *CONSENT, *yes()),
    done("nor is one that another basis was noted with", f"petra: {TELL}", TOLD, "ground/petra/67/yes/yes", consent(),
         ground(),
         "db: insert into access_groundconsent (id, ground_id, subject_id, consent_id) values (gen_random_uuid(), :ground,"
         " :adam, :consent)"),
    # -- no more -----------------------------------------------------------------------------------------------------
    done("telling is ended", f"petra: {END}", ENDED, "telling/petra/yes", ground(),
         f"petra: {TELL_NAME.replace('telling', 'other')}", f"petra: {TELL}"),
    done("another who works with the child ends it", f"gunilla: {END}", ENDED, "telling/gunilla/yes", ground(),
         f"petra: {TELL}"),
    refused("a colleague who does not know the child does not", f"maja: {END}", STRANGER, ground(), f"petra: {TELL}"),
    refused("the recipient does not", f"tomas: {END}", STRANGER, ground(), f"petra: {TELL}"),
    refused("what is told no more is not ended again", f"petra: {END}", "There is no such disclosure.", ground(),
            f"petra: {TELL}", f"petra: {END}"),
    refused("what was never told is not ended", "petra: guard.end_disclosure(:adam)", "There is no such disclosure.",
            ground(), f"petra: {TELL}"),
    told("what is told is read by whom it was told to", "db: select count(*) from guard.disclosures_to(:tomas)", "1",
         ground(capacity="tomas"), f"petra: {TELL}"),
]  # fmt: skip
