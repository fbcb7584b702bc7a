"""Measure who is who on marked pairs: sightings become reports of their own, pairs are compared.

Of the two sets, `blind` was marked before anybody saw what kg makes of it.
"""

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

from kg.model import Annotation, Claim, EntityType, Mention, PostHolding, ReportEntity, Sentence
from kg.resolve import resolve
from kg.resolve.names import normal_form
from tests.make import report, stated

FOLDER = Path(__file__).parent / "pairs"
TEXT = "It is a national operation."
Sighting = dict[str, Any]
SETS = {"marked": "", "blind": "blind_"}  # and what the names of their files begin with


@dataclass(frozen=True, slots=True)
class Figures:
    """Of the pairs of one type: how many were joined rightly, wrongly, and not though the same."""

    right: int
    wrong: int
    missed: int
    apart: int  # rightly

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def sightings(marked: str = "marked") -> list[Sighting]:
    lines = (FOLDER / f"{SETS[marked]}sightings.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def pairs(marked: str = "marked") -> list[dict[str, str]]:
    with (FOLDER / f"{SETS[marked]}pairs.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def nodes(marked: str = "marked") -> dict[str, str]:
    """The node of each sighting when all are resolved as one corpus."""
    found = sightings(marked)
    resolution = resolve(map(annotation_of, found))
    return {one["id"]: resolution.links[_sha256(one)][0] for one in found}


def by_name_alone(marked: str = "marked") -> dict[str, Figures]:
    """The figures of whoever joins all that share a name: what there is to gain."""
    known = {one["id"]: one for one in sightings(marked)}
    names = {id_: normal_form(one["type"], one["name"]) for id_, one in known.items()}
    return _counted(
        (known[pair["left"]]["type"], pair, names[pair["left"]] == names[pair["right"]])
        for pair in pairs(marked)
    )


def judged(marked: str = "marked") -> Iterator[tuple[str, dict[str, str], bool]]:
    """Each pair with its type, and whether the two were joined."""
    types, node = {one["id"]: one["type"] for one in sightings(marked)}, nodes(marked)
    for pair in pairs(marked):
        yield types[pair["left"]], pair, node[pair["left"]] == node[pair["right"]]


def figures(marked: str = "marked") -> dict[str, Figures]:
    """The figures by type."""
    return _counted(judged(marked))


def _counted(judged: Iterable[tuple[str, dict[str, str], bool]]) -> dict[str, Figures]:
    counts: dict[str, Counter[tuple[bool, bool]]] = {}
    for type_, pair, joined in judged:
        counts.setdefault(type_, Counter())[pair["same"] == "yes", joined] += 1
    return {
        type_: Figures(c[True, True], c[False, True], c[True, False], c[False, False])
        for type_, c in sorted(counts.items())
    }


def annotation_of(one: Sighting) -> Annotation:
    """A report that tells of one sighting and of nothing else; the sighting is its first entity."""
    made = _Made(one)
    mentions = (Mention(0, len(TEXT), 0, 0, "test"),) if one.get("national") else ()
    posts, claims = tuple(made.posts()), tuple(made.claims())
    issued = date.fromisoformat(one["issued"]) if one["issued"] else None
    return Annotation(
        report(TEXT, publisher=one["publisher"], issued=issued, sha256=_sha256(one)),
        (Sentence(0, len(TEXT)),),
        mentions,
        tuple(made.entities),
        posts=posts,
        claims=claims,
    )


class _Made:
    """The entities of a sighting's report, its own first."""

    def __init__(self, one: Sighting) -> None:
        self._one = one
        more = {name: one[name] for name in ("key", "subtype", "age") if name in one}
        self.entities = [ReportEntity(one["type"], one["name"], **more)]
        for type_, *names in filter(None, (one.get("beside"), one.get("with"))):
            self.entities += [ReportEntity(type_, name) for name in names]

    def posts(self) -> Iterator[PostHolding]:
        for rank, title, body in self._one.get("posts", ()):
            agency = None if body is None else self._body(*body)
            yield PostHolding(stated(), 0, title or "Officer", agency, rank)

    def claims(self) -> Iterator[Claim]:
        where = "livesIn" if self._one["type"] == "Person" else "tookPlaceIn"
        for place in self._one.get("places", ()):
            key = place if ":" in place else None
            yield Claim(stated(), 0, where, self._add("Place", place, key))  # type: ignore[arg-type]
        for body in self._one.get("conducted_by", ()):
            yield Claim(stated(), self._body(*body), "tookPartIn", 0)
        for body in filter(None, [self._one.get("part_of")]):
            yield Claim(stated(), 0, "subOrganizationOf", self._body(*body))

    def _body(self, name: str, key: str | None, subtype: str | None) -> int:
        return self._add("Agency", name, key, subtype)

    def _add(
        self, type_: EntityType, name: str, key: str | None, subtype: str | None = None
    ) -> int:
        self.entities.append(ReportEntity(type_, name, key=key, subtype=subtype))
        return len(self.entities) - 1


def _sha256(one: Sighting) -> str:
    return sha256(one["id"].encode()).hexdigest()


def _table(marked: str) -> str:
    rows = [
        f"| {marked} | pairs | precision | recall | F1 | F1 by name alone |",
        "|---|---|---|---|---|---|",
    ]
    alone = by_name_alone(marked)
    for type_, f in figures(marked).items():
        total = f.right + f.wrong + f.missed + f.apart
        rows.append(
            f"| {type_} | {total} | {f.precision:.3f} | {f.recall:.3f} | {f.f1:.3f} "
            f"| {alone[type_].f1:.3f} |"
        )
    return "\n".join(rows)


def _errors(marked: str) -> Iterator[str]:
    known = {one["id"]: one for one in sightings(marked)}
    for _, pair, joined in judged(marked):
        if joined != (pair["same"] == "yes"):
            names = (known[pair[side]]["name"] for side in ("left", "right"))
            found = "joined" if joined else "apart"
            yield f"{found}: {' / '.join(names)} {pair['left']} {pair['right']}"


if __name__ == "__main__":
    for each in SETS:
        print("\n".join(chain([_table(each)], _errors(each), [""])))  # noqa: T201
