"""Who is acting, what time it is, whom one works with, and who one can be in the demo."""

from .given import capacity, put
from .stage import told

ACTS = "db: select count(person) from guard.acting()"
WORK = "select w from guard.my_work() w"
DEMO = "db: update guard.installation set kind = 'demo'"
WHO = "login: select name, roles, units, organisation from guard.demo_people() where name = 'Petra Ek'"
PETRA = "Petra Ek/klasslärare 4B/Norrskolan/Lövsjö kommun"
SECOND = capacity("second", "petra", "norrskolan", "teacher")

DEEDS = [
    told("a signature is of one key", "db: select guard.mac('x') = guard.mac('x')", "yes",
         "db: insert into guard.secret values (2, '\\x01')"),
    told("nobody acts where nobody has begun", ACTS, "0", "nobody: select 1"),
    told("whoever has begun does", ACTS, "1", "petra: select 1"),
    told("what nobody signed is an error", ACTS, "error 28000: forged context",
         "db: select set_config('samling.acting', 'x|y|z', true)"),
    # -- whom one works with -------------------------------------------------------------------------------------------
    told("one works with those one reads and writes about", f"amir: {WORK}", "adam", put("adam", "amir", "{65,67}")),
    told("not with those one only reads about", f"eva: {WORK}", "", put("adam", "eva", "{65,66}")),
    told("nor with those one only writes about", f"amir: {WORK}", "", put("adam", "amir", "{}", "writer")),
    # -- the demo ------------------------------------------------------------------------------------------------------
    told("in the demo one may be whoever works there", WHO, PETRA, DEMO),
    told("nowhere else", WHO, ""),
    told("in every capacity in force", WHO.replace("units", "cardinality(units)"), "Petra Ek/klasslärare 4B teacher/2/Lövsjö kommun",
         DEMO, SECOND),
    told("until it ends", WHO, PETRA, DEMO, "db: update people_capacity set until_at = guard.now() + interval '1 day'"),
    told("not afterwards", WHO, "", DEMO, "db: update people_capacity set until_at = guard.now()"),
    told("nor before", WHO, "", DEMO, "db: update people_capacity set from_at = guard.now() + interval '1 day'"),
    told("nor by an account that is closed", WHO, "", DEMO, "db: update people_account set is_active = false, disabled_at = guard.now()"),
    told("each by the own name", "login: select count(distinct name) > 20, min(cardinality(units)) from guard.demo_people()", "yes/1", DEMO),
]  # fmt: skip
