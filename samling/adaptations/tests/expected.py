"""What ought to be published, worked out anew from what was found out: another hand than the guard's, in plain Python."""

from collections import Counter, defaultdict


def over_on(term):
    """The first day after a term."""
    return term.replace(month=7) if term.month == 1 else term.replace(year=term.year + 1, month=1)


def stage(one):
    """Where a child goes on the day: school years begin in July, at six in the preschool class."""
    grade = one.on.year - (one.on.month < 7) - one.born - 6
    return "preschool" if one.preschool else "early" if grade < 4 else "middle" if grade < 7 else "late"


def releases(found, terms):
    """Term by term of one adaptation: the new children by stage, and the new share if there is one."""
    counted, waiting, told = set(), [], []
    for term in terms:
        last = {one.child: one for one in sorted(found, key=lambda one: one.on) if one.on < over_on(term)
                and one.result != "not_evaluated"}  # fmt: skip
        groups = defaultdict(list)
        for one in last.values():
            if one.child not in counted:
                groups[stage(one)].append(one)
        new = {name: group for name, group in groups.items() if len(group) > 4}
        rest = [group for name, group in groups.items() if name not in new]
        together = [one for group in rest for one in group]
        if can_be_told(sorted(map(len, rest))):
            new["several"] = together
        shown = [one for group in new.values() for one in group]
        counted |= {one.child for one in shown}
        waiting += [one.result in ("helped", "partly") for one in shown]
        share, block = share_of(waiting), list(waiting)
        waiting = [] if share else waiting
        told.append(({name: group for name, group in new.items()}, share, block))
    return told


def can_be_told(sizes):
    """Whether small groups may be told together: each could still have three sizes for all that the sum says."""
    if sum(sizes) < 5:
        return False
    return all(len(possible(size_of, sizes)) >= 3 for size_of in range(len(sizes)))


def possible(which, sizes):
    """The sizes that one of these groups can have, when it is known that each has one to four and what they sum to."""
    sums = {0}
    for _other in range(len(sizes) - 1):
        sums = {before + size for before in sums for size in range(1, 5)}
    return [size for size in range(1, 5) if sum(sizes) - size in sums]


def share_of(outcomes):
    """Children, and how many were helped at least and at most; None for fewer than ten."""
    helped = Counter(outcomes)
    if len(outcomes) < 10:
        return None
    if min(helped[True], helped[False]) >= 5:
        return len(outcomes), helped[True], helped[True]
    return (len(outcomes), 0, 4) if helped[True] < 5 else (len(outcomes), len(outcomes) - 4, len(outcomes))
