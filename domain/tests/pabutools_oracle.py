"""Somebody else's count: reads .pb files and prints what pabutools makes of them, as JSON.

    python pabutools_oracle.py count FOLDER    winners of each file by each rule
    python pabutools_oracle.py check FOLDER    errors that pabulib-checker finds in each file
"""

import json
import sys
from pathlib import Path


def count(folder):
    from pabutools.election import parse_pabulib
    from pabutools.election.ballot.cardinalballot import AbstractCardinalBallot
    from pabutools.election.satisfaction import AdditiveSatisfaction
    from pabutools.rules import (
        exhaustion_by_budget_increase,
        greedy_utilitarian_welfare,
        method_of_equal_shares,
    )
    from pabutools.tiebreaking import lexico_tie_breaking

    def points(ballot, project):
        if project not in ballot:
            return 0
        return ballot[project] if isinstance(ballot, AbstractCardinalBallot) else 1

    class PointsSat(AdditiveSatisfaction):
        """A project is worth its points."""

        def __init__(self, instance, profile, ballot):
            super().__init__(
                instance, profile, ballot, lambda i, p, b, project, v: points(b, project)
            )

    class CostSat(AdditiveSatisfaction):
        """A project is worth its points times its cost."""

        def __init__(self, instance, profile, ballot):
            super().__init__(
                instance,
                profile,
                ballot,
                lambda i, p, b, project, v: points(b, project) * project.cost,
            )

    def names(projects):
        return [project.name for project in projects]

    def counts(file):
        instance, profile = parse_pabulib(str(file))

        def greedy(sat, bought=None):
            return greedy_utilitarian_welfare(
                instance,
                profile,
                sat_class=sat,
                is_sat_additive=True,
                tie_breaking=lexico_tie_breaking,
                initial_budget_allocation=bought,
            )

        def shares(sat, step=None):
            return method_of_equal_shares(
                instance,
                profile,
                sat_class=sat,
                tie_breaking=lexico_tie_breaking,
                voter_budget_increment=step,
            )

        def percent(sat):
            return exhaustion_by_budget_increase(
                instance,
                profile,
                method_of_equal_shares,
                {"sat_class": sat, "tie_breaking": lexico_tie_breaking},
                budget_step=instance.budget_limit / 100,
            )

        found = {"greedy_votes": names(greedy(CostSat)), "greedy_density": names(greedy(PointsSat))}
        for key, sat in (("mes_cost", CostSat), ("mes_card", PointsSat)):
            plain, raised = shares(sat), shares(sat, 1)
            found[key] = names(plain)
            found[key + "_u"] = names(greedy(CostSat, plain))
            found[key + "_add1"] = names(raised)
            found[key + "_add1u"] = names(greedy(CostSat, raised))
            found[key + "_pct"] = names(percent(sat))
        return found

    return {file.name: counts(file) for file in sorted(folder.glob("*.pb"))}


def check(folder):
    from pabulib.checker import Checker

    def errors(file):
        checker = Checker()
        checker.process_files([str(file)])
        return checker.results[file.stem]["results"]["errors"]

    return {file.name: errors(file) for file in sorted(folder.glob("*.pb"))}


if __name__ == "__main__":
    modes = {"count": count, "check": check}
    print(json.dumps(modes[sys.argv[1]](Path(sys.argv[2]))))
