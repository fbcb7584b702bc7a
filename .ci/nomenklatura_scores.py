"""Score the marked pairs by the matchers of nomenklatura, for comparison with kg.

nomenklatura brings libraries that kg does without, so that it stays in an environment of its own,
and this file imports nothing of kg:

    python -m venv compare && compare/bin/pip install nomenklatura
    compare/bin/python .ci/nomenklatura_scores.py

Each matcher gets, for each type, the threshold at which its F1 on these very pairs is best. An
operation is scored as an organisation of its name; ages are given as years of birth.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from followthemoney import EntityProxy
from nomenklatura.matching import LogicV2, NameMatcher, RegressionV1
from nomenklatura.matching.types import ScoringConfig

FOLDER = Path(__file__).parents[1] / "tests" / "labelled" / "pairs"
SCHEMATA = {
    "Agency": "PublicBody",
    "Official": "Person",
    "Operation": "Organization",
    "Person": "Person",
}
MATCHERS = (NameMatcher, LogicV2, RegressionV1)


class Scored(NamedTuple):
    score: float
    same: bool


class Best(NamedTuple):
    """The figures at the threshold with the highest F1."""

    f1: float
    precision: float
    recall: float
    threshold: float


def best(scored: list[Scored]) -> Best:
    same = sum(one.same for one in scored)
    return max(_at(threshold, scored, same) for threshold in {one.score for one in scored})


def _at(threshold: float, scored: list[Scored], same: int) -> Best:
    joined = [one.same for one in scored if one.score >= threshold]
    right = sum(joined)
    precision, recall = right / len(joined), right / same
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return Best(f1, precision, recall, threshold)


def scores(matcher: Any, prefix: str) -> dict[str, list[Scored]]:
    """The scores of all pairs of a set, by type."""
    lines = (FOLDER / f"{prefix}sightings.jsonl").read_text(encoding="utf-8").splitlines()
    sightings = {one["id"]: one for one in map(json.loads, lines)}
    config, found = ScoringConfig.defaults(), dict[str, list[Scored]]()
    with (FOLDER / f"{prefix}pairs.csv").open(encoding="utf-8", newline="") as file:
        for pair in csv.DictReader(file):
            left, right = sightings[pair["left"]], sightings[pair["right"]]
            score = matcher.compare(_entity(left), _entity(right), config).score
            found.setdefault(left["type"], []).append(Scored(score, pair["same"] == "yes"))
    return dict(sorted(found.items()))


def _entity(one: dict[str, Any]) -> Any:
    properties = {"name": [one["name"]]}
    if "age" in one and one["issued"]:
        properties["birthDate"] = [str(int(one["issued"][:4]) - one["age"])]
    schema = SCHEMATA[one["type"]]
    return EntityProxy.from_dict({"id": one["id"], "schema": schema, "properties": properties})


def table() -> Iterator[str]:
    yield "| set | matcher | | threshold | precision | recall | F1 |"
    yield "|---|---|---|---|---|---|---|"
    for name, prefix in (("marked", ""), ("blind", "blind_")):
        for matcher in MATCHERS:
            for type_, scored in scores(matcher, prefix).items():
                f = best(scored)
                yield (
                    f"| {name} | {matcher.NAME} | {type_} | {f.threshold:.2f} "
                    f"| {f.precision:.3f} | {f.recall:.3f} | {f.f1:.3f} |"
                )


if __name__ == "__main__":
    print("\n".join(table()))
