"""The wheel with Adam, Elsa and Sam, at the start and now: most is better for the boys, and for Elsa more is worse than better."""

from samling.outcome.models import Voices, Wheel, as_said

from .deeds import child_of
from .teller import Stage, Teller

# Days ago, who holds the talk, whose answers, the steps of the eight parts in their order (0 is skipped), at the table.
ADAM = (
    (60, "petra", "child", "23342213", False), (59, "petra", "Hodan", "23333023", False), (58, "petra", "Ali", "34334034", False),
    (57, "petra", "me", "23233222", False), (5, "petra", "child", "44352334", True), (4, "petra", "Hodan", "34443034", False),
    (4, "petra", "Ali", "33334033", False), (3, "petra", "me", "33333323", False),
)  # fmt: skip
ELSA = (
    (26, "maja", "child", "44445344", False), (25, "maja", "Anna", "34444434", False), (6, "maja", "child", "33345233", False),
    (5, "maja", "Anna", "34344433", False), (5, "maja", "Mattias", "44444044", False),
)  # fmt: skip
SAM = (
    (69, "petra", "child", "22332322", False), (68, "petra", "Lena", "23332323", False), (5, "petra", "child", "43343434", False),
    (4, "petra", "Lena", "34343334", False),
)  # fmt: skip


def told(teller: Teller) -> None:
    """Talks, one person at a time."""
    for key, talks in (("adam", ADAM), ("elsa", ELSA), ("sam", SAM)):
        for turn, (days, who, *said) in enumerate(talks):
            teller.scene(days, f"14:{turn + 10}", who, talk, key, *said)


def talk(on: Stage, key: str, whose: str, steps: str, at_table: bool) -> None:
    """One person's wheel."""
    child = child_of(on, key)
    wanted = {"child": "child", "me": f"staff-{on.by.pk}"}.get(whose) or f"guardian-{on.made[key, f'guardian-{whose}']}"
    speaker = next(one for one in Voices(child, on.at, on.by).speakers if one.key == wanted)
    said = as_said(speaker, [int(step) for step in steps], on=on.at.date(), at_table=at_table)
    Wheel.set(child, said, by=on.by, at=on.at, pk=on.key("wheel", whose))
