"""How common each thing is in the invented histories, and why. Fictional but plausible; nothing here is measured in a real place.

Shares are of one; spans are in days, from the least to the most; tables by month begin with January.
Sources: `D` is the domain reference by chapter (its own sources stand there), `E` the one on economics, `P` a judgement made here.
"""

# How far a child's matter comes. In a municipality about one in five who are opened needs more than the class can give, and a
# team like Magneten sees some tens of children from six schools in three years (D 0, D 5: 80/15/5 as the common pyramid).
LARGE = {"light": 0.85, "school": 0.12, "team": 0.03}
# The demo is for looking at: the later steps are shown more often than they are there.
SMALL = {"light": 0.25, "school": 0.40, "team": 0.35}

# When concerns are raised: few at the start, most in the dark months, hardly any in June (P; school health's own yearly rhythm).
RAISED = (11, 10, 10, 8, 7, 3, 0, 5, 12, 13, 13, 8)
# The programme spreads, pilot schools first (D 0, Uddevalla): how often in each school year beside the first; the last is this one.
YEARS = (1.0, 1.3, 1.6, 1.8)

# Who they are. Two guardians with joint custody in three of four homes (P, near Statistics Sweden's figures on custody).
JOINT = 0.76
LANGUAGES = (("sv", "", 70), ("ar", "arabiska", 8), ("so", "somaliska", 6), ("uk", "ukrainska", 4), ("fi", "finska", 3),
             ("fa", "persiska", 3), ("ti", "tigrinja", 3), ("en", "engelska", 3))  # fmt: skip
ELSEWHERE = 0.04  # live in another municipality than the school's (D 0, Samagera's own problem)

# What a school does alone.
TAKEN = (0, 3)  # days until somebody takes care of it: the reply is due in five working days (D 2.2, step 0)
NEVER_TAKEN = 0.012  # questions that nobody has answered (D 2.2: "the signal stays oral")
HOME_TOLD = 0.82
NOTES = (0, 0, 0, 1, 1, 2)  # of a light concern; a school matter has two or three
LIGHT_CLOSES = (14, 60)
LIGHT_ENDS = (("solved", 60), ("gone", 30), ("elsewhere", 10))
CHECKLIST = (5, 16)  # draft within ten school days (D 2.2, step 2)
TRIES = (28, 45)  # four to six weeks (D 2.2, step 2)
SOLVED = 0.62  # of checklists: what the school solved itself (D 2.2: "previously untried adaptations solved some cases")
SOLVED_UNANSWERED, ASKED_LATE = 0.14, (70, 190)  # nobody asked again after six weeks, but later (D 9: follow-up is what falls away)
LEFT, SAID_OVER = (30, 90), 0.88  # when nothing more comes of it: until somebody says so, and how often (P)
FADES = (60, 150)  # what nobody asks about is done for so long (D 2.2, step 1)
EVALUATED = 0.70  # adaptations that somebody asked about afterwards (D 2.2, step 1: listed but never evaluated)
EFFECTS = (("helped", 38), ("partly", 34), ("no", 20), ("made_worse", 8))
ABSENT = 0.45  # checklists where attendance is a part of it

# Absence, per cent of scheduled time. Ordinary absence in compulsory school is 5-6 per cent, and higher in flu season (P);
# local ladders begin at 10, 15 and 20 (D 8.2).
USUAL = 5.5
SEASON = (1.25, 1.35, 1.15, 1.0, 0.95, 0.9, 1.0, 0.7, 0.85, 0.95, 1.2, 1.3)
PEAK = {"light": (4, 12), "school": (12, 32), "team": (16, 58)}  # the worst month, by how far the matter comes
INVALID = (0.0, 0.45)  # of what is absent
MINUTES = {"low": 1200, "middle": 1380, "high": 1420}  # scheduled a week

# The family's answer (D 2.2, step 4: in Falun nobody had said no; here some do, and some never answer).
ANSWERS = (("yes", 82), ("one_no", 8), ("silence", 10))
ANSWER_TIME = (1, 14)
TAKEN_BACK = 0.03  # a yes that is taken back while the plan runs

# The team. Tier drift: referrals come in from higher up each year (D 2.2 step 6, Magneten). Share of tier 3 by school year.
TIER_3 = (0.12, 0.17, 0.23, 0.30)
TRIAGE = (("accepted", 80), ("advised", 20))
# Days until the team answers, before season: longest before Christmas and in May, when everyone asks at once (P).
QUEUE = (2, 8)
QUEUE_SEASON = (1.0, 1.0, 1.2, 1.3, 1.9, 1.6, 1.0, 0.6, 0.8, 1.2, 1.7, 2.1)
WELCOME = (5, 13)  # within ten working days (D 2.2, step 7)
WELCOME_YES = 0.93
SIP, SIP_YES = 0.25, 0.9  # of plans: a need that health care shares (D 3.1; P), and how often the family wants it told there
SIP_RUNS, RECEIPT, READ = 300, (1, 4), (1, 6)  # days that the yes holds, until the copy has arrived, until the home has read it
MAPPING = (10, 26)  # four weeks (D 2.2, step 8)
MEETING = (7, 21)  # the joint meeting, within six weeks of the yes (D 2.2, step 9)
MEETING_CALLED_OFF = 0.08  # and held a week or two later
WAYS = (("all", 30), ("part", 40), ("message", 14), ("proxy", 8), ("no", 8))  # how the child takes part (D 2.2, step 9)
PROMISES = (3, 5)
KEPT = (("done", 50), ("no_help", 14), ("let_go", 10), ("going", 26))  # where a promise stands when it should be over
SILENT = 0.12  # promises nobody says anything of after the yes (D 9)
RESPOND = 0.80  # of those asked at a round: the rest is silence
SKIP = 0.10
# What came of it, by the child, the home and the school together (P; E 4.1: worse is shown as plainly as better).
COURSES = (("better", 52), ("unchanged", 31), ("worse", 17))
CHANGE = {"better": 0.95, "unchanged": 0.05, "worse": -0.7}  # of five steps, over the whole course
# What the team itself gives at home (D 2.2, step 11: support that needs no decision), how often it is met, how it goes, and why it ends.
GIVEN = 0.6
OCCASIONS = (2, 4)
HELPS = {"better": (("helped", 60), ("partly", 30), ("no", 10)), "unchanged": (("helped", 20), ("partly", 45), ("no", 35)),
         "worse": (("partly", 35), ("no", 50), ("made_worse", 15))}  # fmt: skip
GIVEN_ENDS = {"family": "family", "moved": "moved", "level": "other"}
ROUNDS = (70, 105)  # three months to T1 (D 2.2, step 12)
SECOND = (70, 130)  # from T1 to T2
STEP_DOWN = 0.55  # of those that close: less for a while first (D 2.2, step 13)
# At each look after the last round, by how it went.
CLOSES = {"better": 0.85, "unchanged": 0.5, "worse": 0.35}
REASONS = {"better": (("goals", 88), ("family", 6), ("moved", 6)),
           "unchanged": (("level", 50), ("goals", 20), ("family", 20), ("moved", 10)),
           "worse": (("level", 75), ("family", 15), ("no_contact", 10)), "early": (("level", 1),)}  # fmt: skip
LATER_YES = 0.72  # say yes to a call after half a year and a year (D 8.5: falls off fast)
CALLED = (("talked", 66), ("no_answer", 22), ("declined", 12))
COMES_BACK = 0.09  # opened again within a year (D 8.4, P12)
# One pupil in forty changes school in a year without moving away, and more of those around whom there is concern (P); most at the
# turn of a term. The head who receives answers within days; days are school days or more.
CHANGES_SCHOOL, MOVES_AFTER, MOVES_AHEAD, MOVES_AT_TERM, PREPARES = 0.105, (20, 140), (14, 40), 0.6, 95
HEAD_ANSWERS, MENTOR_GIVEN = (1, 8), (0, 4)
HOME_STANCES = (("agrees", 70), ("adds", 25), ("unreached", 5))
CHILD_STANCES = (("agrees", 80), ("adds", 20))
CHILD_KEEPS_OWN = 0.1  # a no to words of one's own: they stay
# Staff leave: one mentor in six each year, and somebody in a team of four each year (P; D 0, Samagera's turnover).
MENTOR_LEAVES, TEAM_LEAVES = 0.16, 0.25
