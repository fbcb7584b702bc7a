"""Drafts for the tests of people: bodies, places and people of a text, without a model."""

from kg.annotate import agencies, arbitrate, coreference, people, places
from kg.annotate.draft import Draft
from tests.annotate.bodies import found_by

KINDS = ("Official", "Person")


def people_in(text: str, *, title: str = "") -> list[tuple[str, str]]:
    """The surface and type of each candidate for somebody, in text order."""
    draft = found_by(
        agencies.find, places.find, people.find, arbitrate.settle, text=text, title=title
    )
    return [(draft.surface(c), c.type) for c in draft.kept if c.type in KINDS]


def named_in(text: str, *, title: str = "") -> list[str]:
    return [name for name, _ in people_in(text, title=title)]


def report_of(text: str, *, title: str = "") -> Draft:
    """The draft up to its entities."""
    return found_by(
        agencies.find,
        places.find,
        people.find,
        arbitrate.settle,
        coreference.resolve,
        text=text,
        title=title,
    )
