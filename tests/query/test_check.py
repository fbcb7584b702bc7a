"""The check: a graph of ours passes, each break is found, and a SHACL engine says the same."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from kg.graph import quads
from kg.model import Annotation, Claim, Outcome, PostHolding, Quad, Quotation, Value
from kg.query.check import check
from kg.query.shapes import constraints
from kg.resolve import resolve
from kg.store import Store
from kg.vocab import FOLDER, OC, ORG, RDF, SKOS, WGS, XSD
from tests.make import annotation, entity, report, stated

BASE = "https://example.org/id/"
G = f"{BASE}graph/entities"
PERSON = f"{BASE}person"


def raid() -> Annotation:
    made = report(
        "Inspector Jane Doe of Kent Police said: “We shall go on.”\n"
        "Two kilos of heroin worth £100,000 went in Operation Redwing, and John Roe was charged.",
        title="Raid on the quay",
        publisher="kent-police",
        issued=date(2021, 3, 2),
    )
    parts = [
        entity("Official", "Jane Doe"),
        entity("Agency", "Kent Police", key="agency:kent-police", subtype="PoliceForce"),
        entity("Operation", "Operation Redwing"),
        entity("Person", "John Roe"),
    ]
    seizure = Outcome(
        stated(2),
        "Seizure",
        "Two kilos of heroin",
        quantity=Decimal(2),
        unit="kg",
        item="heroin",
        commodity="heroin",
        value=Decimal(100_000),
        currency="GBP",
        agency=1,
        operation=2,
        not_before=date(2021, 3, 1),
        not_after=date(2021, 3, 2),
    )
    return annotation(
        made,
        parts,
        posts=(PostHolding(stated(1), 0, "Inspector", 1, rank="inspector"),),
        claims=(Claim(stated(2), 1, "tookPartIn", 2),),
        quotations=(Quotation(stated(1), 0, "We shall go on.", 1),),
        outcomes=(seizure, Outcome(stated(2), "Charge", "was charged", concerns=(3,))),
    )


def graph() -> list[Quad]:
    return graph_of(raid())


def graph_of(one: Annotation) -> list[Quad]:
    names = {one.report.sha256: ["raid.md"]}
    return list(quads([one], resolve([one], base_iri=BASE), file_names=names, base_iri=BASE))


def renamed_and_regional() -> list[Quad]:
    """A graph with a body that had another name, and a unit that forces run together."""
    return graph_of(
        annotation(
            report("Europol met Titan."),
            [
                entity("Agency", "Europol", key="agency:europol", subtype="InternationalAgency"),
                entity("Agency", "Titan", key="agency:nwrocu", subtype="RegionalUnit"),
            ],
        )
    )


def node(found: list[Quad], class_: str) -> str:
    return min(q.subject for q in found if (q.predicate, q.object) == (RDF.type, OC[class_]))


def store_of(found: list[Quad]) -> Store:
    store = Store()
    store.load(found)
    return store


def without(class_: str, predicate: str) -> Callable[[list[Quad]], list[Quad]]:
    """The graph less what is said of one member of a class by one property."""

    def change(found: list[Quad]) -> list[Quad]:
        subject = node(found, class_)
        return [q for q in found if (q.subject, q.predicate) != (subject, predicate)]

    return change


def besides(
    class_: str, predicate: str, object_: str | Value
) -> Callable[[list[Quad]], list[Quad]]:
    """The graph and one more statement on a member of a class."""
    return lambda found: [*found, Quad(node(found, class_), predicate, object_, G)]


def instead(
    class_: str, predicate: str, object_: str | Value
) -> Callable[[list[Quad]], list[Quad]]:
    """The graph with another value of one property of a member of a class."""
    return lambda found: besides(class_, predicate, object_)(without(class_, predicate)(found))


SHAPES = [
    (without("Report", OC.sha256), "has no oc:sha256"),
    (without("Seizure", OC.statedIn), "has no oc:statedIn"),
    (without("PostHolding", OC.extractedBy), "has no oc:extractedBy"),
    (besides("Agency", SKOS.prefLabel, Value("Kent", None, "en")), "has several skos:prefLabel"),
    (instead("Agency", SKOS.prefLabel, Value("", None, "en")), "skos:prefLabel is empty"),
    (
        instead("Seizure", OC.quantity, Value("2", XSD.integer)),
        "oc:quantity is '2', which is no xsd:decimal",
    ),
    (
        instead("Seizure", OC.quantity, Value("-2", XSD.decimal)),
        "oc:quantity is '-2', which is less than '0'",
    ),
    (
        instead("Claim", OC.confidence, Value("1.5", XSD.decimal)),
        "oc:confidence is '1.5', which is more than '1'",
    ),
    (instead("Seizure", OC.unit, Value("grams")), "oc:unit is 'grams', which does not match"),
    (instead("Seizure", OC.unit, Value("people")), "oc:unit is 'people', which does not match"),
    (
        instead("Seizure", OC.comparator, OC.stated),
        "oc:comparator is oc:stated, which is not one of oc:about or oc:atLeast",
    ),
    (
        instead("Charge", OC.concerns, f"{BASE}agency/kent-police"),
        "oc:concerns is https://example.org/id/agency/kent-police, which is no oc:Person",
    ),
    (
        besides("Report", "http://purl.org/dc/terms/publisher", f"{BASE}operation/redwing"),
        "dct:publisher is https://example.org/id/operation/redwing, which is no oc:Agency or",
    ),
    (
        instead("Operation", SKOS.exactMatch, Value("Q1")),
        "skos:exactMatch is 'Q1', which is no",
    ),
    (
        besides("Person", OC.offence, OC.murder),
        "is a oc:Person and has oc:offence, which none may have",
    ),
    (
        besides("Person", "https://schema.org/jobTitle", Value("dealer")),
        "is a oc:Person and has schema:jobTitle, which none may have",
    ),
    (
        besides("Agency", str(RDF.type), OC.Organisation),
        "is both a oc:Agency and a oc:Organisation",
    ),
    (
        lambda found: [*found, Quad(f"{BASE}x", RDF.type, OC.Seizure, G)],
        "is a oc:Seizure and no oc:Outcome",
    ),
]
RULES = [
    (
        instead("Mention", OC.start, Value("3", XSD.integer)),
        "its offsets do not slice its oc:text from its sentence: 'Jane Doe'",
    ),
    (instead("Sentence", OC.end, Value("9", XSD.integer)), "oc:text has another length"),
    (instead("Sentence", OC.ordinal, Value("7", XSD.integer)), "sentences that are not numbered"),
    (without("PoliceForce", OC.tookPartIn), "states oc:tookPartIn, and the direct triple"),
    (
        besides("Official", OC.used, f"{BASE}platform/x"),
        "oc:used is said of it, and no claim or post states it",
    ),
    (without("Official", OC.worksFor), "names an agency, and oc:worksFor is missing"),
    (
        instead("Claim", str(RDF.object), f"{BASE}agency/kent-police"),
        "oc:tookPartIn cannot stand between these two",
    ),
    (without("Seizure", OC.comparator), "has an oc:quantity without oc:unit or oc:comparator"),
    (without("Seizure", OC.quantity), "has the oc:unit 'kg' without oc:quantity"),
    (without("Seizure", OC.currency), "only one of oc:monetaryValue and oc:currency"),
    (
        instead("Seizure", OC.notAfter, Value("2021-02-01", XSD.date)),
        "oc:notBefore is after oc:notAfter, '2021-02-01'",
    ),
    (besides("Operation", WGS.lat, Value("51.5", XSD.decimal)), "only one of wgs:lat and wgs:long"),
    (
        besides("Seizure", OC.atPlace, f"{BASE}place/nowhere"),
        "is pointed at by oc:atPlace, and nothing is said of it",
    ),
    (
        besides("Agency", ORG.subOrganizationOf, f"{BASE}agency/kent-police"),
        "is said to be in or part of itself",
    ),
    (besides("Operation", SKOS.exactMatch, "_:x"), "is without an IRI"),
    (
        besides("Operation", f"{OC}tookPlaceAt", f"{BASE}place/x"),
        "oc:tookPlaceAt is no term of the ontology",
    ),
]


def test_graph_of_ours_keeps_the_contract() -> None:
    assert check(store_of(graph())) == []


def test_what_the_registry_knows_keeps_the_contract() -> None:
    found = renamed_and_regional()
    facts = {q.object for q in found if q.predicate == RDF.predicate}
    assert facts >= {SKOS.altLabel, ORG.hasMember}
    assert check(store_of(found)) == []


@pytest.mark.parametrize(("change", "expected"), [*SHAPES, *RULES])
def test_break_is_found_and_said(change: Callable[[list[Quad]], list[Quad]], expected: str) -> None:
    said = [
        f"{v.focus.replace(str(OC), 'oc:')} {v.message}" for v in check(store_of(change(graph())))
    ]
    assert any(expected in line for line in said), said


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of pyshacl's own
def test_shacl_engine_finds_the_same_breaks() -> None:
    """Every break of a shape is one to pySHACL too, and a whole graph is whole."""
    import pyshacl  # noqa: PLC0415  half a second, and for this test alone
    import rdflib  # noqa: PLC0415

    shapes = rdflib.Graph().parse(FOLDER / "shapes.ttl")

    def broken(found: list[Quad]) -> set[str]:
        data = rdflib.Graph().parse(data="\n".join(store_of(found).triple_lines()), format="nt")
        _, results, _ = pyshacl.validate(data, shacl_graph=shapes)
        assert isinstance(results, rdflib.Graph)
        return {str(focus) for focus in results.objects(None, rdflib.SH.focusNode)}

    assert broken(graph()) == broken(renamed_and_regional()) == set()
    for change, expected in SHAPES:
        ours = {v.focus for v in check(store_of(change(graph()))) if expected in v.message}
        assert ours, expected
        assert ours <= broken(change(graph())), expected


def test_every_constraint_of_the_shapes_can_be_checked() -> None:
    found = constraints()
    assert len({c.kind for c in found}) == 15
    assert len(found) > 200
