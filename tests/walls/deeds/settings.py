"""What is settled and agreed: by whom, from when, and taken back."""

from .stage import done, refused

MAY_NOT = "Your role may not change this setting."
BACKWARDS = "Nothing is changed backwards. Choose today or a later day."
NOTHING = "There is nothing ahead to take back."
WITH = "An agreement is with another organisation, and has a number."
NONE = "There is no such agreement in force."
SOON = "guard.now() + interval '2 days'"
ROWS = "db: select organisation_id, code, value, from_at > guard.now(), written_by_id from people_setting"
BACK = "db: select withdrawn_at is not null, withdrawn_by_id from people_setting"
PAPERS = "db: select organisation_id, with_branch_id, how, number from people_agreement"
END = "db: select until_at <= guard.now(), ended_by_id from people_agreement"


def put(code: str = "deadline.reply_days", value: str = "3", day: str = "guard.now()", because: str = "x") -> str:
    return f"guard.put_setting('{code}', '{value}', {day}, '{because}') as row"


def agree(other: str = "granby_social", how: str = "copy", paper: str = "1", day: str = "guard.now()", ends: str = "null") -> str:
    return f"guard.put_agreement(:{other}, '{how}', '{paper}', {day}, {ends}) as paper"


AHEAD = f"ingrid: {put(day=SOON)}"
AGREED = f"ingrid: {agree()}"

DEEDS = [
    done("the system administrator enters what is settled", f"ingrid: {put()}", ROWS, "lovsjo_org/deadline.reply_days/3/no/ingrid"),
    done("from a later day too", AHEAD, ROWS, "lovsjo_org/deadline.reply_days/3/yes/ingrid"),
    done("from this morning means from now", f"ingrid: {put(day='guard.now() - interval ' + repr('2 hours'))}",
         "db: select from_at = written_at from people_setting", "yes"),
    done("a secrecy officer settles ages", f"ingrid_2: {put('age.heard_from')}", ROWS, "lovsjo_org/age.heard_from/3/no/ingrid_2"),
    done("and consent", f"ingrid_2: {put('consent.soon_days')}", ROWS, "lovsjo_org/consent.soon_days/3/no/ingrid_2"),
    refused("and no deadlines", f"ingrid_2: {put()}", MAY_NOT),
    refused("a head teacher settles nothing", f"gunilla: {put('age.heard_from')}", MAY_NOT),
    refused("nor does nobody", f"nobody: {put('age.heard_from')}", MAY_NOT),
    refused("nothing is settled backwards", f"ingrid: {put(day='guard.now() - interval ' + repr('1 day'))}", BACKWARDS),
    refused("nor without a decision", f"ingrid: {put(because=' ')}", "Say which decision it rests on."),
    # -- taken back ----------------------------------------------------------------------------------------------------
    done("what has not begun is taken back", "ingrid: guard.withdraw_setting(:row)", BACK, "yes/ingrid", AHEAD),
    done("and no other with it", "ingrid: guard.withdraw_setting(:row)",
         "db: select count(*) from people_setting where withdrawn_at is null", "1", AHEAD.replace("row", "other"), AHEAD),
    done("whichever was written first", "ingrid: guard.withdraw_setting(:row)",
         "db: select count(*) from people_setting where withdrawn_at is null and id = :other", "1", AHEAD.replace("row", "other"),
         f"ingrid: {put('age.heard_from', day=SOON)}"),
    refused("what has begun is not", "ingrid: guard.withdraw_setting(:row)", NOTHING, f"ingrid: {put()}"),
    refused("nor is it taken back twice", "ingrid: guard.withdraw_setting(:row)", NOTHING, AHEAD,
            "ingrid: guard.withdraw_setting(:row)"),
    refused("nor what is none", "ingrid: guard.withdraw_setting(:adam)", NOTHING, AHEAD),
    refused("nor by who may not settle it", "gunilla: guard.withdraw_setting(:row)", MAY_NOT, AHEAD),
    refused("nor by another organisation's", "ingrid: guard.withdraw_setting(:row)", NOTHING, AHEAD,
            "db: update people_setting set organisation_id = :granby_org"),
    # -- agreements ----------------------------------------------------------------------------------------------------
    done("the system administrator notes an agreement", AGREED, PAPERS, "lovsjo_org/granby_social/copy/1"),
    done("in the shared space too", f"ingrid: {agree(how='space')}", PAPERS, "lovsjo_org/granby_social/space/1"),
    done("health care by copy", f"ingrid: {agree('health')}", PAPERS, "lovsjo_org/health/copy/1"),
    done("and in the shared space, for a SIP", f"ingrid: {agree('health', 'space')}", PAPERS, "lovsjo_org/health/space/1"),
    refused("nor backwards", f"ingrid: {agree(day='guard.now() - interval ' + repr('1 day'))}", BACKWARDS),
    refused("not with oneself", f"ingrid: {agree('social')}", WITH),
    refused("not with what holds no child", f"ingrid: {agree('granby_social')}", WITH,
            "db: update people_branch set domain = 'none' where id = :granby_social"),
    refused("not with what is no branch", f"ingrid: {agree('adam')}", WITH),
    refused("not without a number", f"ingrid: {agree(paper=' ')}", WITH),
    refused("in a way that is known", f"ingrid: {agree(how='live')}", WITH),
    refused("a secrecy officer notes none", f"ingrid_2: {agree()}", MAY_NOT),
    done("it is ended at once", "ingrid: guard.end_agreement(:paper)", END, "yes/ingrid", AGREED),
    done("one that would have ended later too", "ingrid: guard.end_agreement(:paper)", END, "yes/ingrid",
         f"ingrid: {agree(ends=SOON)}"),
    refused("but not twice", "ingrid: guard.end_agreement(:paper)", NONE, AGREED, "ingrid: guard.end_agreement(:paper)"),
    refused("nor one that was ended before it began", "ingrid: guard.end_agreement(:paper)", NONE,
            f"ingrid: {agree(day=SOON)}", "ingrid: guard.end_agreement(:paper)"),
    refused("nor when it is over", "ingrid: guard.end_agreement(:paper)", NONE, AGREED,
            "db: update people_agreement set until_at = guard.now(), from_at = guard.now()"),
    refused("nor another organisation's", "ingrid: guard.end_agreement(:paper)", NONE, AGREED,
            "db: update people_agreement set organisation_id = :granby_org"),
    refused("nor one that is none", "ingrid: guard.end_agreement(:adam)", NONE, AGREED),
    refused("nor by a head teacher", "gunilla: guard.end_agreement(:paper)", MAY_NOT, AGREED),
]  # fmt: skip
