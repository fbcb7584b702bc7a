"""Check that a graph keeps the ontology's contract."""

from dataclasses import dataclass

from kg.store import Store


@dataclass(frozen=True, slots=True)
class Violation:
    """One break of the contract: where, of what, how grave."""

    focus: str
    message: str
    severity: str = "violation"


def check(store: Store) -> list[Violation]:
    """What in the graph breaks the contract."""
    del store
    return []
