"""People and officials: names by rank, age, verb, given name or model; then every later mention."""

from spacy.tokens import Doc

from kg.annotate.draft import Candidate, Draft
from kg.annotate.people import aliases, later, listed, named, relatives, titled
from kg.annotate.people.page import page_of


def find(draft: Draft, doc: Doc) -> None:
    page = page_of(draft, doc)
    told = _settled([*titled.find(page), *named.find(page), *relatives.find(page)])
    told = _settled([*told, *listed.find(page, told), *aliases.find(page, told)])
    draft.candidates += told
    draft.candidates += later.find(page, told)


def _settled(candidates: list[Candidate]) -> list[Candidate]:
    """One candidate a start: the heaviest."""
    best: dict[int, Candidate] = {}
    for candidate in sorted(candidates, key=lambda c: -c.weight):
        best.setdefault(candidate.start, candidate)
    return sorted(best.values(), key=lambda c: c.start)
