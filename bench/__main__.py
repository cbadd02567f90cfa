"""`python -m bench [histories] [size …]`: the pages at 1,000, 20,000 and 200,000 children; times in milliseconds.

Each child has five notes; with `histories` up to three school years instead (`samling/demo/history`).
"""

import os
import statistics
import sys
import time

from .place import ready

HISTORIES = "histories" in sys.argv[1:]
SIZES = [int(word) for word in sys.argv[1:] if word.isdigit()] or [1_000, 20_000, 200_000]


def main() -> None:
    """Grow, measure, print; at the end what grew with the number of children."""
    cluster, cast = ready()
    from samling.demo.grow import grow
    from samling.demo.history.large import grow_to, someone
    from samling.records.clock import now

    from . import joined, pages
    from .place import ten_years

    print(f"{ten_years(cluster, cast):,} rows more in ten years of one child")
    medians: dict[str, list[float]] = {}
    here, who = 0, None
    for size in SIZES:
        start = time.perf_counter()
        if HISTORIES:
            grow_to(size, now())
        grown = someone(now()) if HISTORIES else grow(size - here)
        who = who or grown
        each = "histories" if HISTORIES else "5 notes each"
        print(f"\n{size:,} children, {each} (grown at {(size - here) / (time.perf_counter() - start):,.0f} a second)")
        here = size
        found = pages.pages("mentor of 20", who.worker) + pages.pages("head of 800", who.leader)
        found += pages.pages("ten years", cast.petra, [(cast.adam, pages.SCHOOL)])
        found += [joined.mine("mentor of 20", who.worker), joined.mine("ten years", cast.petra)]
        for measured in found:
            medians.setdefault(measured.name, []).append(measured.app + measured.database)
            print(measured.row())
        for title, capacity in (("mentor", who.worker), ("head", who.leader)):
            for name, on, off in pages.walls(capacity, who.child):
                ratio = statistics.median(on.wall) / statistics.median(off.wall)
                print(f"{title}: {name:<18} walls {statistics.median(on.wall):6.2f}   by hand "
                      f"{statistics.median(off.wall):6.2f}   ratio {ratio:5.2f}")
        print(*joined.answers(), sep="\n")
    print("\nCPU in all, smallest size to largest")
    for name, values in medians.items():
        print(f"{name:<34} {' → '.join(f'{value:.1f}' for value in values)}")
    sides = ("mentor of 20", "head of 800", "ten years")
    print(f"\nparts of the goal at the last size; load {os.getloadavg()[0]:.1f}\n{'':<20}{''.join(f'{side:>15}' for side in sides)}")
    for page, goal in pages.GOALS.items():
        print(f"{page:<20}{''.join(f'{medians[f"{side}: {page}"][-1] / goal:15.2f}' for side in sides)}")
    cluster.leave()


if __name__ == "__main__":
    main()
