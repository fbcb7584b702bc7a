"""The SKOS schemes: whole, without contradictions, and a concept for every id in the rules."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.registry import agencies
from kg.rules import read_yaml, rules_file
from kg.vocab import CONCEPTS, OC, PREFIXES, SKOS, ancestors, superclasses

SCHEMES = {"commodities", "ranks", "offences", "comparators", "modalities"}


def labels(iri: str) -> Iterator[tuple[str, str]]:
    """The labels of a concept, pairs of text and language."""
    for predicate, value in CONCEPTS[iri]:
        if predicate in {SKOS.prefLabel, SKOS.altLabel}:
            assert not isinstance(value, str)
            yield value.value, value.language or ""


def scheme(iri: str) -> str:
    (found,) = [str(value) for predicate, value in CONCEPTS[iri] if predicate == SKOS.inScheme]
    return found.removeprefix(str(OC))


@pytest.mark.parametrize("name", ["commodities", "ranks", "offences"])
def test_every_id_of_the_rules_is_a_concept_of_their_scheme(name: str) -> None:
    path = rules_file(name)
    ids = [row["id"] for row in read_yaml(path)[0][name]] if path.exists() else []
    concepts = {iri.removeprefix(str(OC)) for iri in CONCEPTS if scheme(iri) == name}
    assert {id_ for id_ in ids if id_ not in concepts} == set()


def test_every_concept_has_a_scheme_and_one_label() -> None:
    for iri, said in CONCEPTS.items():
        assert scheme(iri) in SCHEMES
        assert sum(predicate == SKOS.prefLabel for predicate, _ in said) == 1, iri


def test_no_label_names_two_concepts_of_a_scheme_in_one_language() -> None:
    found = Counter(
        (scheme(iri), text.casefold(), language)
        for iri in CONCEPTS
        for text, language in labels(iri)
    )
    assert [label for label, times in found.items() if times > 1] == []


def test_wider_concepts_are_concepts_of_the_same_scheme_without_circles() -> None:
    for iri in CONCEPTS:
        wider = ancestors(iri)
        assert iri not in wider
        assert {scheme(other) for other in wider} <= {scheme(iri)}


def test_class_of_a_drug_is_one_of_three() -> None:
    classes = {value for said in CONCEPTS.values() for p, value in said if p == OC.mdaClass}
    assert classes == {OC["class-a"], OC["class-b"], OC["class-c"]}


def test_concepts_are_no_classes_and_no_properties() -> None:
    text = (Path(__file__).parents[1] / "ontology" / "ockg.ttl").read_text(encoding="utf-8")
    terms = {line.split()[0] for line in text.splitlines() if line.startswith("oc:")}
    ids = {f"oc:{iri.removeprefix(PREFIXES['oc'])}" for iri in CONCEPTS}
    assert terms & ids == set()


def test_ancestors_are_the_nearest_first() -> None:
    assert ancestors(OC["crack"]) == (
        OC["class-a"],
        OC.cocaine,
        OC["controlled-drug"],
        OC.stimulant,
    )


def test_every_scheme_of_identifiers_is_a_term() -> None:
    schemes = {scheme for row in agencies().values() for scheme in row.identifiers}
    assert {scheme for scheme in schemes if scheme not in OC} == set()


def test_superclasses_cross_into_other_vocabularies() -> None:
    assert superclasses("Seizure") == (OC.Outcome, OC.ReportedFact)
    assert superclasses("PoliceForce")[-1] == "http://www.w3.org/ns/org#Organization"
