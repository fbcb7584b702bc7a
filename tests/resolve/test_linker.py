import random
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Annotation, Claim, EntityType, Outcome, PostHolding, Resolution
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
    return annotation(made, people, posts=(PostHolding(stated(), 0, "Inspector", 1, "inspector"),))


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


def person(text: str, *, age: int | None = 30, day: int = 1, beside: str = "Ann Poe") -> Annotation:
    made = report(text, publisher="kent-police", issued=date(2020, 5, day), title="News")
    return annotation(made, [entity("Person", "John Roe", age=age), entity("Person", beside)])


def test_persons_are_joined_on_evidence_which_is_kept() -> None:
    resolution = resolve([person("a"), person("b", day=9)], base_iri=BASE)
    joined = [iri for iri in resolution.entities if "/person/john-roe" in iri]
    assert len(joined) == 1
    assert resolution.entities[joined[0]].reason == "evidence"
    (found,) = [one for one in resolution.assessments if one.about == (joined[0],)]
    assert (found.verdict, "named beside ann poe" in found.reasons) == ("same", True)
    assert all(side.endswith("/person/john-roe") for side in found.sides)


def test_persons_of_other_ages_stay_apart_whatever_speaks_for_them() -> None:
    one, other = nodes(person("a"), person("b", age=50))
    assert one != other


def test_namesakes_weaken_the_evidence_on_their_name() -> None:
    alike = [person("a", age=None, beside="Bo Ray"), person("b", age=None, beside="Cy Lee")]
    operation = entity("Operation", "Operation Redwing")
    alike = [replace(one, entities=(*one.entities, operation)) for one in alike]
    others = [person("c", age=20), person("d", age=60)]
    assert len(set(nodes(*alike))) == 1
    assert len(set(nodes(*alike, *others)[:2])) == 2


def test_official_who_moves_within_a_region_is_one() -> None:
    first, later = official("bedfordshire-police"), official("ersou")
    dated = [
        replace(one, report=replace(one.report, issued=date(2020, 5, 1))) for one in (first, later)
    ]
    assert len(set(nodes(*dated))) == 1


def test_officials_team_stands_for_its_force() -> None:
    made = report("Inspector Jane Doe of the Harbour Team", publisher="kent-police")
    people = [entity("Official", "Jane Doe"), entity("Agency", "Harbour Team", subtype="Team")]
    team = annotation(made, people, posts=(PostHolding(stated(), 0, "Inspector", 1),))
    assert nodes(team, official("kent-police")) == ["official/jane-doe-kent-police"] * 2


def test_unit_of_allied_forces_is_one_whoever_publishes() -> None:
    named = [
        ("surrey-police", "Surrey and Sussex Dog Unit"),
        ("sussex-police", "Sussex and Surrey Dog Unit"),
    ]
    units = [of(force, "Agency", name, subtype="Team") for force, name in named]
    assert nodes(*units) == ["agency/dog-unit-surrey-sussex"] * 2


def test_near_duplicates_are_told() -> None:
    words = " ".join(f"w{number * number % 997}" for number in range(90))
    first, second = (
        annotation(report(words, publisher="kent-police", title=title, issued=date(2020, 5, day)))
        for title, day in (("First", 1), ("Second", 2))
    )
    resolution = resolve([second, first], base_iri=BASE)
    assert resolution.near_duplicates == {
        second.report.sha256: f"{BASE}report/first-{first.report.sha256[:8]}"
    }


APART = Decision(
    distinct=("official/jane-doe-bedfordshire-police", "official/jane-doe-ersou"),
    because="two of one name",
)


def test_people_hold_two_apart_against_the_evidence() -> None:
    made = [
        official("bedfordshire-police"),
        official("ersou"),
        official("hertfordshire-constabulary"),
    ]
    dated = [replace(one, report=replace(one.report, issued=date(2020, 5, 1))) for one in made]
    assert len(set(nodes(*dated))) == 1
    resolution = resolve(dated, decisions=[APART], base_iri=BASE)
    first, second = (resolution.links[one.report.sha256][0] for one in dated[:2])
    assert first != second
    assert resolution.unmatched_decisions == ()
    told = [one for one in resolution.assessments if one.verdict == "distinct"]
    assert [one.sides for one in told] == [APART.distinct]


def test_distinct_that_matches_nothing_is_told() -> None:
    resolution = resolve([official("kent-police")], decisions=[APART], base_iri=BASE)
    assert resolution.unmatched_decisions == (
        "distinct official/jane-doe-bedfordshire-police official/jane-doe-ersou",
    )


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
PUBLISHERS = st.sampled_from([None, "kent-police", "essex-police", "ersou", "dorset-police"])
AGES = st.sampled_from([None, 30, 31, 50])
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


SIGHTINGS = st.lists(
    st.tuples(
        st.sampled_from(["kent-police", "essex-police", "ersou"]),
        st.sampled_from(["Jane Doe", "Jan Doe", "Sam Doe", "Samantha Doe", "Samuel Doe"]),
        st.sampled_from(["inspector", "superintendent", "chief-constable", "councillor", None]),
        AGES,
        st.integers(2010, 2020),
    ),
    min_size=2,
    max_size=8,
)


def seen(drawn: list[tuple[str, str, str | None, int | None, int]]) -> list[Annotation]:
    """Reports that each tell of an official in a post and of a person beside an operation."""
    made = []
    for number, (force, name, rank, age, year) in enumerate(drawn):
        told = report(f"{number}", publisher=force, issued=date(year, 1, 1), title="News")
        parts = [
            entity("Official", name),
            entity("Person", "John Roe", age=age),
            entity("Operation", "Operation Redwing"),
        ]
        posts = (PostHolding(stated(), 0, "Officer", None, rank),)
        made.append(annotation(told, parts, posts=posts))
    return made


@settings(max_examples=60, deadline=None)
@given(SIGHTINGS, st.randoms(use_true_random=False))
def test_evidence_joins_the_same_in_any_order_and_twice_over(
    drawn: list[tuple[str, str, str | None, int | None, int]], dice: random.Random
) -> None:
    made = seen(drawn)
    apart = Decision(distinct=("official/jane-doe-kent-police", "official/jane-doe-ersou"))
    once = resolve(made, decisions=[apart], base_iri=BASE)
    shuffled = dice.sample(made, len(made))
    assert resolve(shuffled, decisions=[apart], base_iri=BASE) == once
    assert resolve([*made, *shuffled], decisions=[apart], base_iri=BASE) == once


@settings(max_examples=60, deadline=None)
@given(SIGHTINGS)
def test_what_is_held_apart_is_apart(
    drawn: list[tuple[str, str, str | None, int | None, int]],
) -> None:
    made = seen(drawn)
    apart = Decision(distinct=("official/jane-doe-kent-police", "official/jane-doe-ersou"))
    links = resolve(made, decisions=[apart], base_iri=BASE).links
    by_force: dict[str, set[str]] = {}
    for one, (force, name, *_) in zip(made, drawn, strict=True):
        if name == "Jane Doe":
            by_force.setdefault(force, set()).add(links[one.report.sha256][0])
    assert by_force.get("kent-police", set()).isdisjoint(by_force.get("ersou", set()))


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


def chief(name: str = "Anna Berg", rank: str = "chief-constable") -> Annotation:
    made = report(f"Chief {name} spoke.", publisher="kent-police", title="News")
    held = PostHolding(stated(), 0, "Chief", None, rank)
    return annotation(made, [entity("Official", name)], posts=(held,))


def test_person_without_an_office_is_the_chief_officer_of_the_publisher() -> None:
    plain = of("kent-police", "Person", "Anna Berg")
    resolution = resolve([plain, chief()], base_iri=BASE)
    iri = only(resolution, "official/anna-berg-kent-police")
    assert resolution.links[plain.report.sha256] == (iri,)
    (found,) = resolution.assessments
    assert (found.about, found.verdict) == ((iri,), "same")
    assert resolve([chief(), plain], base_iri=BASE) == resolution


def held_for(offence: str | None, person: Annotation) -> Annotation:
    return replace(
        person, outcomes=(Outcome(stated(), "Arrest", "held", concerns=(0,), offence=offence),)
    )


PLAIN = of("kent-police", "Person", "Anna Berg")


@pytest.mark.parametrize(
    ("person", "official"),
    [
        (of("essex-police", "Person", "Anna Berg"), chief()),
        (held_for(None, PLAIN), chief()),
        (annotation(PLAIN.report, [entity("Person", "Anna Berg", age=34)]), chief()),
        (PLAIN, chief(rank="sergeant")),
        (of("kent-police", "Person", "Berg"), chief()),
    ],
    ids=["another publisher", "arrested", "with an age", "no chief", "surname alone"],
)
def test_other_persons_are_no_chief_officers(person: Annotation, official: Annotation) -> None:
    dated = replace(person, report=replace(person.report, issued=date(2021, 5, 1)))
    one, other = nodes(dated, official)
    assert one != other


def test_people_hold_a_person_and_a_chief_officer_apart() -> None:
    before = resolve([PLAIN, chief()], base_iri=BASE)
    (found,) = before.assessments
    decision = Decision(distinct=found.sides)
    after = resolve([PLAIN, chief()], decisions=[decision], base_iri=BASE)
    assert len(after.entities) == len(before.entities) + 1
    assert after.unmatched_decisions == ()
