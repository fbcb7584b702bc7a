"""What all reports together call one entity, gathered as they pass."""

from collections import Counter
from dataclasses import dataclass, field

from kg.model import Annotation, EntityType


@dataclass(slots=True)
class Gathered:
    """The names of one entity; of texts nothing is kept."""

    type: EntityType
    reason: str
    key: str | None = None
    names: Counter[str] = field(default_factory=Counter)  # the fullest form in each report
    surfaces: set[str] = field(default_factory=set)
    subtypes: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, subtype: str | None, surfaces: set[str]) -> None:
        """Take in what one more report calls the entity."""
        self.names[name] += 1
        self.surfaces |= surfaces
        if subtype is not None:
            self.subtypes[subtype] += 1

    def absorb(self, other: "Gathered") -> None:
        self.names.update(other.names)
        self.surfaces |= other.surfaces
        self.subtypes.update(other.subtypes)
        self.reason = min(self.reason, other.reason)


def surfaces_of(annotation: Annotation) -> list[set[str]]:
    """The surface forms of each entity of a report, with single spaces."""
    text = annotation.report.text
    found: list[set[str]] = [set() for _ in annotation.entities]
    for mention in annotation.mentions:
        found[mention.entity].add(" ".join(text[mention.start : mention.end].split()))
    return found
