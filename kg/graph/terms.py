"""The classes of a thing with all their superclasses, and the concepts of our schemes, as IRIs."""

from functools import cache

from kg.vocab import OC, superclasses


@cache
def types_of(name: str) -> tuple[str, ...]:
    """The class of the ontology called `name`, and all that it is a subclass of."""
    return tuple(dict.fromkeys([str(OC[name]), *map(str, superclasses(name))]))


@cache
def concept(id_: str) -> str:
    """The concept for a commodity, rank or offence by its id in the rules."""
    return str(OC[id_])
