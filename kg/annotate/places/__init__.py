"""Named places: streets and buildings by their heads, known names, and names where places stand."""

from spacy.tokens import Doc

from kg.annotate.draft import Candidate, Draft
from kg.annotate.places import (
    choose,
    decide,
    exact,
    headed,
    home,
    known,
    roads,
    runs,
    sides,
    unknown,
)
from kg.annotate.places.decide import Setting

GAZETTEER = 60


def find(draft: Draft, doc: Doc) -> None:
    words = runs.capitalised(draft)
    named = [*roads.find(draft.text), *headed.find(draft.text, words)]
    served = home.area_of(draft)
    hits = list(known.find(draft.text, words))
    exactly = list(exact.find(draft.text))
    setting = Setting(
        text=draft.text,
        country=served.country if served else None,
        surnames=frozenset(decide.surnames(words)),
        labels={ent.start_char: (ent.end_char, ent.label_) for ent in doc.ents},
        fixed=frozenset(candidate.end for candidate in named),
        containers=frozenset(
            [c.start for c in exactly]
            + [hit.start for hit in hits if hit.places[0].kind in decide.CONTAINERS]
        ),
    )
    decisions = decide.decide(hits, setting)
    keys = choose.choose(decisions, served, draft.text)
    for decision in decisions:
        hit = decision.hit
        how = "listed" if hit.is_listed else "town"
        candidate = Candidate(
            hit.start,
            hit.end,
            "Place",
            f"places.{how}",
            weight=GAZETTEER,
            key=keys.get(decision.surface),
        )
        if decision.holds:
            named.append(candidate)
        else:
            draft.reject(candidate, decision.against or "not enough says that it is a place")
    towns = {(d.hit.start, d.hit.end) for d in decisions if d.holds}
    named = [
        c for c in named if c.rule != "places.building" or (c.start, c.end) not in towns
    ]  # "Ellesmere Port" is a town, not one of its harbours
    named += [*exactly, *sides.find(draft.text)]
    named += unknown.find(draft, words, named, setting)
    draft.candidates += named
