"""Bodies of registries are found by name and linked to their ids; people never on name alone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import spacy

from kg.annotate.nlp import annotate, with_components
from kg.cache import pipeline_version
from kg.errors import RuleError
from kg.graph import quads
from kg.iri import report_iri
from kg.model import Annotation, Assessment, Entity, ReportEntity, Resolution
from kg.own import NOTHING, Own, use
from kg.resolve import resolve
from kg.resolve.decisions import Decision
from kg.vocab import SKOS
from tests.make import report

BASE = "https://example.org/id/"
TEXT = "Officers of Northmoor Police and the Harbour Trust searched a yard with the NCA and Man."
BODIES = """id,name,type,aliases,same_as
B-1,Northmoor Harbour Trust,Organisation,Harbour Trust|MAN,https://example.org/b1
B-2,Northmoor Police,PoliceForce,,
B-3,National Crime Agency,NationalAgency,Crime Agency of the Nation,
P-1,Jane Doe,Person,,
P-2,Roe Jack,Person,,
"""
LIST = """{"id": "Q7", "schema": "Person", "properties": {"name": ["Jane Doe"], \
"birthDate": ["1980"]}}
{"id": "Q8", "schema": "Company", "properties": {"name": ["Officers"]}}
{"id": "Q9", "schema": "Company", "properties": {"name": ["Northmoor Harbour Trust"]}}
{"id": "Q10", "schema": "Person", "properties": {"name": ["Jane Roe"], "weakAlias": ["Jane Doe"]}}
"""
DOE = "person/jane-doe"


@pytest.fixture(autouse=True)
def registries(tmp_path: Path) -> Iterator[tuple[Path, ...]]:
    paths = tmp_path / "bodies.csv", tmp_path / "watch.json"
    for path, text in zip(paths, (BODIES, LIST), strict=True):
        path.write_text(text, encoding="utf-8")
    use(Own(registries=paths))
    yield paths
    use(NOTHING)


def annotated(text: str) -> Annotation:
    (annotation,) = annotate([report(text)], with_components(spacy.blank("en")))
    return annotation


def named(*people: ReportEntity, issued: date | None = None) -> Annotation:
    return Annotation(report("Jane Doe was held.", issued=issued), (), (), people)


def of_report(resolution: Resolution, label: str) -> Entity:
    return next(one for one in resolution.entities.values() if one.label == label)


def doubts(resolution: Resolution) -> dict[str, Assessment]:
    """What was assessed about entries, by their paths."""
    return {
        side: one
        for one in resolution.assessments
        for side in one.sides
        if side.startswith("registry/")
    }


def test_bodies_are_found_by_their_names_and_linked_to_their_ids() -> None:
    resolution = resolve([annotated(TEXT)], base_iri=BASE)
    trust = of_report(resolution, "Northmoor Harbour Trust")
    assert trust.type == "Organisation"
    assert trust.listed_as == ("registry/bodies/B-1", "registry/watch/Q9")
    assert "https://example.org/b1" in trust.exact_matches
    assert of_report(resolution, "Northmoor Police").subtype == "PoliceForce"
    agency = of_report(resolution, "National Crime Agency")
    assert agency.iri == f"{BASE}agency/nca"
    assert agency.listed_as == ("registry/bodies/B-3",)


def test_names_that_stand_by_chance_are_not_looked_for() -> None:
    names = {one.name for one in annotated(TEXT).entities if one.type == "Organisation"}
    assert names.isdisjoint({"Man", "Officers"})


def test_registries_put_away_leave_nothing() -> None:
    use(NOTHING)
    resolution = resolve([annotated(TEXT)], base_iri=BASE)
    assert all(one.listed_as == () for one in resolution.entities.values())


def test_people_of_registries_are_doubtful_whatever_speaks_for_them() -> None:
    person = ReportEntity("Person", "Jane Doe", age=40)
    resolution = resolve([named(person, issued=date(2021, 1, 5))], base_iri=BASE)
    found = doubts(resolution)
    assert {path: (one.score, one.verdict) for path, one in found.items()} == {
        "registry/bodies/P-1": (0.4, "doubtful"),
        "registry/watch/Q7": (0.75, "doubtful"),
    }
    assert found["registry/watch/Q7"].reasons == ("same name", "ages agree")
    assert of_report(resolution, "Jane Doe").listed_as == ()


def test_another_age_speaks_against_one() -> None:
    person = ReportEntity("Person", "Jane Doe", age=25)
    resolution = resolve([named(person, issued=date(2021, 1, 5))], base_iri=BASE)
    assert list(doubts(resolution)) == ["registry/bodies/P-1"]


@pytest.mark.parametrize(
    ("name", "reasons"),
    [("Jack Roe", ("same name in another order",)), ("Roe", None), ("Jack Roebuck", None)],
)
def test_names_are_compared_whole(name: str, reasons: tuple[str, ...] | None) -> None:
    found = doubts(resolve([named(ReportEntity("Person", name))], base_iri=BASE))
    assert [one.reasons for one in found.values()] == ([] if reasons is None else [reasons])


JANE = named(ReportEntity("Person", "Jane Doe", age=40), issued=date(2021, 1, 5))
PAIR = (f"{report_iri(JANE.report, '')}/person/jane-doe", "registry/watch/Q7")


@pytest.mark.parametrize(
    ("decision", "verdict", "linked"),
    [
        (Decision(merge=PAIR), "same", ("registry/watch/Q7",)),
        (Decision(distinct=PAIR), "distinct", ()),
    ],
)
def test_people_decide_on_entries(
    decision: Decision, verdict: str, linked: tuple[str, ...]
) -> None:
    resolution = resolve([JANE], decisions=[decision], base_iri=BASE)
    assert doubts(resolution)["registry/watch/Q7"].verdict == verdict
    assert resolution.entities[BASE + PAIR[0]].listed_as == linked
    assert resolution.unmatched_decisions == ()


def test_decision_on_an_entry_that_is_gone_is_told() -> None:
    decision = Decision(merge=("person/jane-doe", "registry/watch/Q77"))
    annotation = named(ReportEntity("Person", "Jane Doe"))
    resolution = resolve([annotation], decisions=[decision], base_iri=BASE)
    assert resolution.unmatched_decisions == (str(decision),)


def test_graph_links_bodies_to_entries_and_no_person() -> None:
    annotations = [annotated(TEXT), named(ReportEntity("Person", "Jane Doe"))]
    resolution = resolve(annotations, base_iri=BASE)
    names = {one.report.sha256: ["a.md"] for one in annotations}
    links = {
        (quad.subject.removeprefix(BASE), str(quad.object).removeprefix(BASE))
        for quad in quads(annotations, resolution, file_names=names, base_iri=BASE)
        if quad.predicate == str(SKOS.exactMatch) and not isinstance(quad.object, tuple)
    }
    assert ("agency/nca", "registry/bodies/B-3") in links
    assert ("registry/watch/Q7", "http://www.wikidata.org/entity/Q7") in links
    assert not {one for one, _ in links if "person" in one}


def test_annotations_of_another_registry_are_not_taken_for_these(
    registries: tuple[Path, ...],
) -> None:
    before = pipeline_version("some_model", None, registries)
    assert before != pipeline_version("some_model")
    registries[0].write_text(BODIES.replace("B-2", "B-22"), encoding="utf-8")
    assert pipeline_version("some_model", None, registries) != before


def test_changed_registry_is_read_again(registries: tuple[Path, ...]) -> None:
    registries[0].write_text(BODIES.replace("B-2", "B-2222"), encoding="utf-8")
    use(Own(registries=registries))
    resolution = resolve([annotated(TEXT)], base_iri=BASE)
    assert of_report(resolution, "Northmoor Police").listed_as == ("registry/bodies/B-2222",)


def test_row_that_contradicts_a_packaged_one_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "own.yml"
    path.write_text("agencies:\n- {id: nca, name: Another Agency, type: Team}\n", encoding="utf-8")
    use(Own(registries=(path,)))
    with pytest.raises(RuleError, match=r"own\.yml:2: name of 'nca'"):
        annotated(TEXT)


def test_registry_is_used_again_after_rules_that_were_wrong(
    tmp_path: Path, registries: tuple[Path, ...]
) -> None:
    (tmp_path / "agencies.yml").write_text("agencies:\n- {id: x, colour: red}\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"agencies\.yml:2"):
        use(Own(tmp_path, registries))
    use(Own(registries=registries))
    resolution = resolve([annotated(TEXT)], base_iri=BASE)
    assert of_report(resolution, "Northmoor Harbour Trust").listed_as


def test_own_rules_beside_a_registry_are_read_again(
    tmp_path: Path, registries: tuple[Path, ...]
) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    for name in ("Murmur", "Whisper"):
        row = f"platforms:\n- id: x\n  name: {name}Phone\n  kind: phone\n"
        (folder / "platforms.yml").write_text(row, encoding="utf-8")
        use(Own(folder, registries))
        (found,) = (e.name for e in annotated(f"They met on {name}Phone.").entities)
        assert found == f"{name}Phone"


def test_bodies_whose_ids_look_alike_stay_two(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    long = "enforcement-list-of-firms-0123456789abcdef0123456789abcdef"
    path.write_text(
        f"id,name,type\n{long}01,Harbour Trust,Organisation\n{long}02,Quay Trust,Organisation\n",
        encoding="utf-8",
    )
    use(Own(registries=(path,)))
    resolution = resolve([annotated("The Harbour Trust met the Quay Trust.")], base_iri=BASE)
    assert of_report(resolution, "Harbour Trust").listed_as == (f"registry/long/{long}01",)
    assert of_report(resolution, "Quay Trust").listed_as == (f"registry/long/{long}02",)
