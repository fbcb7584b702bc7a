"""Direct links: what reports say of one entity and another, fact by fact or all together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kg.analyse.ask import Row, local_name, rows_in_scope, text_of
from kg.analyse.evidence import Evidence, evidence_of, joined
from kg.analyse.scope import Scope
from kg.analyse.ties import tie_together
from kg.store import Queryable


@dataclass(frozen=True, slots=True)
class Link:
    source: str  # IRI
    target: str
    type: str  # of the facts, as Claim or Seizure
    label: str  # the relation or post, as tookPartIn or Chief Constable
    evidence: Evidence

    def attributes(self) -> dict[str, object]:
        """The same as attributes of an edge."""
        about = {"type": self.type, "label": self.label, "weight": len(self.evidence.reports)}
        return about | self.evidence.attributes()


def links(store: Queryable, query: str, scope: Scope) -> list[Link]:
    """The links of a query whose rows are sorted by source, target, type and label."""
    return _links(rows_in_scope(store, query, scope))


def links_among(store: Queryable, scope: Scope, entities: Sequence[str]) -> list[Link]:
    """The facts that tie two of the entities."""
    return _links(rows_in_scope(store, "steps", scope, {"entity": entities}))


def _links(rows: Iterable[Row]) -> list[Link]:
    return [
        Link(str(source), str(target), local_name(type_), label, evidence_of(r[4:] for r in group))
        for (source, target, type_, label), group in groupby(
            rows, key=lambda row: (row[0], row[1], row[2], text_of(row[3]))
        )
    ]


def named_together(
    store: Queryable, scope: Scope, entities: Sequence[str] | None = None
) -> list[Link]:
    """A link for each two entities that one sentence names: weaker evidence than any fact.

    All, or only two of the entities given.
    """
    given = None if entities is None else {"named": entities}
    _, ties = tie_together(rows_in_scope(store, "together", scope, given))
    label = "named in one sentence with"
    return [Link(one, other, "Mention", label, tie.evidence) for (one, other), tie in ties]


def one_a_pair(found: Iterable[Link]) -> Iterator[Link]:
    """One link for all that is said of two entities, in either direction, in order of IRIs."""
    pairs: dict[tuple[str, str], list[Link]] = {}
    for link in found:
        if link.source != link.target:
            one, other = sorted([link.source, link.target])
            pairs.setdefault((one, other), []).append(link)
    for (one, other), group in sorted(pairs.items()):
        yield Link(
            one,
            other,
            ", ".join(sorted({link.type for link in group})),
            ", ".join(sorted({link.label for link in group})),
            joined(link.evidence for link in group),
        )
