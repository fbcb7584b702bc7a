import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Annotation, Claim, EntityType, PostHolding, Resolution
from kg.resolve import resolve
from kg.resolve.decisions import Decision
from tests.make import annotation, entity, report, stated

BASE = "https://example.org/id/"


def of(
    publisher: str | None, type_: EntityType, name: str, text: str = "", **more: str
) -> Annotation:
    """A report by one publisher that names one entity."""
    made = report(f"{name} was there. {text}", publisher=publisher, title="News")
    return annotation(made, [entity(type_, name, **more)])


def nodes(*annotations: Annotation) -> list[str]:
    """The node of the first entity of each report."""
    resolution = resolve(annotations, base_iri=BASE)
    return [resolution.links[one.report.sha256][0].removeprefix(BASE) for one in annotations]


def only(resolution: Resolution, ending: str) -> str:
    (found,) = [iri for iri in resolution.entities if iri.endswith(ending)]
    return found


def test_keyed_entity_is_one_node_with_its_registry_name() -> None:
    first = of("kent-police", "Agency", "NCA", key="agency:nca")
    second = of("essex-police", "Agency", "the National Crime Agency", key="agency:nca")
    resolution = resolve([first, second], base_iri=BASE)
    agency = resolution.entities[f"{BASE}agency/nca"]
    assert (agency.label, agency.reason) == ("National Crime Agency", "registry")
    assert "NCA" in agency.alternatives


def test_unlisted_court_joins_by_name() -> None:
    first = of("kent-police", "Agency", "Saltby Crown Court", subtype="Court")
    second = of("essex-police", "Agency", "the Saltby Crown Court", subtype="Court")
    assert nodes(first, second) == ["agency/saltby-crown-court"] * 2


def test_team_is_a_unit_of_its_force() -> None:
    team = "Crime Reduction Team"
    first = of("kent-police", "Agency", team, subtype="Team")
    second = of("essex-police", "Agency", team, subtype="Team")
    assert nodes(first, second) == [
        "agency/crime-reduction-team-kent-police",
        "agency/crime-reduction-team-essex-police",
    ]


def test_team_is_a_unit_of_the_body_that_is_stated() -> None:
    made = report("The Harbour Team of Kent Police", publisher="essex-police")
    bodies = [
        entity("Agency", "Harbour Team", subtype="Team"),
        entity("Agency", "Kent Police", key="agency:kent-police"),
    ]
    claim = Claim(stated(), 0, "subOrganizationOf", 1)
    assert nodes(annotation(made, bodies, claims=(claim,))) == ["agency/harbour-team-kent-police"]


def test_team_named_with_its_force_is_the_same_team() -> None:
    made = report("The BTP Harbour Team of British Transport Police", publisher="essex-police")
    bodies = [
        entity("Agency", "BTP Harbour Team", subtype="Team"),
        entity("Agency", "British Transport Police", key="agency:british-transport-police"),
    ]
    own = of("british-transport-police", "Agency", "Harbour Team", subtype="Team")
    assert len(set(nodes(annotation(made, bodies), own))) == 1


def test_listed_platform_has_the_name_of_the_list() -> None:
    phone = of("kent-police", "Platform", "ENCROCHAT", key="platform:encrochat")
    resolution = resolve([phone], base_iri=BASE)
    assert resolution.entities[f"{BASE}platform/encrochat"].label == "EncroChat"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (("kent-police", "Op Redwing"), ("kent-police", "Operation Redwing"), True),
        (("kent-police", "Operation Redwing"), ("essex-police", "Operation Redwing"), False),
        (("kent-police", "Operation Redwing"), ("kent-police", "Operation Lapwing"), False),
    ],
)
def test_operation_joins_within_a_publisher(
    first: tuple[str, str], second: tuple[str, str], *, same: bool
) -> None:
    one, other = nodes(of(first[0], "Operation", first[1]), of(second[0], "Operation", second[1]))
    assert (one == other) is same


def test_operation_joins_by_who_conducted_it() -> None:
    made = report("Operation Redwing, by Kent Police", publisher="essex-police")
    parts = [
        entity("Operation", "Operation Redwing"),
        entity("Agency", "Kent Police", key="agency:kent-police"),
    ]
    joint = annotation(made, parts, claims=(Claim(stated(), 1, "tookPartIn", 0),))
    own = of("kent-police", "Operation", "Operation Redwing")
    assert nodes(joint, own) == ["operation/redwing"] * 2


def test_operation_of_many_forces_is_one() -> None:
    forces = ("kent-police", "dorset-police")
    assert nodes(*(of(force, "Operation", "Op Venetic") for force in forces)) == [
        "operation/venetic"
    ] * len(forces)


def test_operations_of_one_name_in_three_forces_are_three_without_evidence() -> None:
    forces = ("kent-police", "essex-police", "dorset-police")
    named = [of(force, "Operation", "Operation Redwing") for force in forces]
    assert len(set(nodes(*named))) == len(forces)


def official(agency: str, name: str = "Jane Doe") -> Annotation:
    made = report(f"Inspector {name} of {agency}", publisher="kent-police")
    people = [entity("Official", name), entity("Agency", agency, key=f"agency:{agency}")]
    return annotation(made, people, posts=(PostHolding(stated(), 0, "Inspector", 1),))


def test_official_joins_by_name_and_agency() -> None:
    later = of("essex-police", "Official", "Jane Doe")
    first, same, other = nodes(official("essex-police"), later, official("nca"))
    assert first == same == "official/jane-doe-essex-police"
    assert other == "official/jane-doe-nca"


def test_official_by_surname_stays_within_the_report() -> None:
    one, other = nodes(official("essex-police", "Doe"), official("essex-police ", "Doe"))
    assert one != other
    assert one.startswith("report/")


def test_persons_who_share_a_name_stay_apart() -> None:
    one, other = nodes(of(None, "Person", "John Roe", "a"), of(None, "Person", "John Roe", "b"))
    assert one != other
    assert one.endswith("/person/john-roe")


def test_namesakes_within_a_report_are_numbered() -> None:
    made = report("John Roe, 50, and his son John Roe, 20")
    people = [entity("Person", "John Roe", age=50), entity("Person", "John Roe", age=20)]
    resolution = resolve([annotation(made, people)], base_iri=BASE)
    assert [iri[-10:] for iri in resolution.links[made.sha256]] == ["n/john-roe", "john-roe-2"]


def test_street_stays_within_the_report_and_a_building_within_its_force() -> None:
    streets = [of("kent-police", "Place", "High Street", text) for text in ("a", "b")]
    buildings = [of("kent-police", "Place", "Saltby Pier", text) for text in ("a", "b")]
    assert len(set(nodes(*streets))) == 2
    assert nodes(*buildings) == ["place/saltby-pier-kent-police"] * 2


def test_publisher_that_nothing_mentions_is_a_node() -> None:
    made = report("Two were held.", publisher_name="Saltby Echo")
    resolution = resolve([annotation(made)], base_iri=BASE)
    assert resolution.publishers == {made.sha256: f"{BASE}organisation/saltby-echo"}
    assert resolution.entities[f"{BASE}organisation/saltby-echo"].label == "Saltby Echo"


def test_label_is_the_commonest_form_written_out() -> None:
    named = [
        of("kent-police", "Operation", name, str(number))
        for number, name in enumerate(["OPERATION REDWING", "Op Redwing", "Op Redwing"])
    ]
    operation = resolve(named, base_iri=BASE).entities[f"{BASE}operation/redwing"]
    assert operation.label == "Operation Redwing"
    assert {"Op Redwing", "OPERATION REDWING"} <= set(operation.alternatives)


NAMES: list[tuple[EntityType, str]] = [
    ("Operation", "Op Redwing"),
    ("Operation", "Operation Redwing"),
    ("Agency", "Harbour Team"),
    ("Agency", "Saltby Council"),
    ("Official", "Jane Doe"),
    ("Person", "John Roe"),
    ("Place", "Saltby Pier"),
    ("CriminalGroup", "the Quay Boys"),
    ("Organisation", "Harbour Trust"),
    ("Organisation", "harbour trust"),
]
PUBLISHERS = st.sampled_from([None, "kent-police", "essex-police", "dorset-police"])
CORPORA = st.lists(
    st.tuples(PUBLISHERS, st.lists(st.sampled_from(NAMES), max_size=5)), min_size=1, max_size=8
)


def corpus(drawn: list[tuple[str | None, list[tuple[EntityType, str]]]]) -> list[Annotation]:
    made = []
    for number, (publisher, named) in enumerate(drawn):
        text = f"{number}: " + ", ".join(name for _, name in named)
        parts = [entity(type_, name) for type_, name in named]
        made.append(annotation(report(text, publisher=publisher, title="News"), parts))
    return made


@settings(max_examples=60, deadline=None)
@given(CORPORA, st.randoms(use_true_random=False))
def test_order_of_reports_is_of_no_consequence(
    drawn: list[tuple[str | None, list[tuple[EntityType, str]]]], dice: random.Random
) -> None:
    made = corpus(drawn)
    shuffled = dice.sample(made, len(made))
    assert resolve(made, base_iri=BASE) == resolve(shuffled, base_iri=BASE)


@settings(max_examples=40, deadline=None)
@given(CORPORA)
def test_every_link_is_a_node_of_its_type(
    drawn: list[tuple[str | None, list[tuple[EntityType, str]]]],
) -> None:
    made = corpus(drawn)
    resolution = resolve(made, base_iri=BASE)
    for one in made:
        links = resolution.links[one.report.sha256]
        assert [resolution.entities[iri].type for iri in links] == [e.type for e in one.entities]
    assert all(first < second for first, second in pairwise(resolution.entities))


def test_decisions_come_last_and_misses_are_told() -> None:
    made = [of("kent-police", "Operation", "Operation Redwing")]
    decisions = [
        Decision(rename="operation/redwing", to="Operation Red Wing"),
        Decision(suppress="operation/lapwing"),
    ]
    resolution = resolve(made, decisions=decisions, base_iri=BASE)
    assert resolution.entities[only(resolution, "redwing")].label == "Operation Red Wing"
    assert resolution.unmatched_decisions == ("suppress operation/lapwing",)
