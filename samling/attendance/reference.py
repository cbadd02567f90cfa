"""Ladders as they are published, with their sources. The first is shipped as the default; an organisation sets its own.

No law draws a line in per cent (skollagen 7:19 a). These are two municipalities' own rules, in short, read in 2025.
"""

from samling.kernel.words import _

from .rules_ladder import Measure, Step, Trigger

INQUIRY_DAYS = 21  # an inquiry is made speedily (skollagen 7:19 a); three weeks is Danderyd's own rule

ESKILSTUNA = (
    Step(1, _("The mentor talks with the pupil and the home"),
         _("The mentor talks with the pupil and rings home. Find out what the absence is about."),
         (Trigger(Measure.INVALID_WEEKS, 1, of=4), Trigger(Measure.SHARE, 1, over=20)), "mentor", 14),
    Step(2, _("Meeting with someone from student health"),
         _("The mentor calls a meeting with someone from student health. Follow up within 14 days."),
         (Trigger(Measure.INVALID_WEEKS, 2, of=4), Trigger(Measure.SHARE, 3, over=20)), "mentor", 14),
    Step(3, _("The head sees to it that the absence is looked into"),
         _("The head lets someone look into the absence, with the pupil, the guardians and student health."),
         (Trigger(Measure.INVALID_WEEKS, 4, of=6), Trigger(Measure.SHARE, 5, over=20)), "head_teacher",
         INQUIRY_DAYS, is_inquiry=True),
)  # fmt: skip

DANDERYD = (
    Step(2, _("Meeting with someone from student health"),
         _("The mentor calls a meeting with someone from student health. Follow up within 14 days."),
         (Trigger(Measure.SHARE, 1, over=15),), "mentor", 14),
    Step(3, _("The head sees to it that the absence is looked into"),
         _("The head lets someone look into the absence, with the pupil, the guardians and student health."),
         (Trigger(Measure.SHARE, 3, over=15),), "head_teacher", INQUIRY_DAYS, is_inquiry=True),
)  # fmt: skip

# code: (steps, what it follows)
LADDERS = {
    "eskilstuna": (ESKILSTUNA, _("After the ladder of Eskilstuna")),
    "danderyd": (DANDERYD, _("After the ladder of Danderyd")),
}
SHIPPED = "eskilstuna"
