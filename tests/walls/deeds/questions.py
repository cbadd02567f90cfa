"""How questions without a name are counted: days, for the two organisations, and never a word."""

from .stage import told

COUNT = "select unit, answered_at is not null from guard.consultation_days()"
ANSWER = ("db: insert into consultation_utterance (id, consultation_id, written_by_id, written_at, text) values"
          " (gen_random_uuid(), :{}, :{}, guard.now(), 't')")  # fmt: skip


def asked(by: str = "petra", to: str = "bup", called: str = "asked") -> str:
    return (f"db: insert into consultation_consultation (id, to_unit_id, age_band, area, written_by_id, written_at) values"
            f" (gen_random_uuid(), :{to}, '6-9', 'home', :{by}, guard.now()) returning id as {called}")  # fmt: skip


DEEDS = [
    told("counted where it was asked", f"petra: {COUNT}", "bup/no", asked()),
    told("and where it went", f"samir: {COUNT}", "bup/no", asked()),
    told("and nowhere else", f"sten: {COUNT}", "", asked()),
    told("an answer counts", f"petra: {COUNT}", "bup/yes", asked(), ANSWER.format("asked", "samir")),
    told("one's own words are no answer", f"petra: {COUNT}", "bup/no", asked(), ANSWER.format("asked", "petra")),
    told("an answer to another is another's", f"petra: {COUNT}", "bup/no, reception/yes", asked(), asked(to="reception", called="two"),
         ANSWER.format("two", "tomas")),
    told("each goes to its own unit, asked from its own", f"gunilla: {COUNT}", "reception/no", asked("hanna", "bvc", "far"),
         asked(to="reception", called="two")),
    told("nobody counts nothing", f"nobody: {COUNT}", "", asked()),
]
