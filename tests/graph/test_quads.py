from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kg.graph import quads
from kg.model import (
    Annotation,
    Claim,
    Entity,
    Outcome,
    PostHolding,
    Quad,
    Quotation,
    Resolution,
    Stated,
    Value,
)
from kg.resolve import resolve
from kg.vocab import PREFIXES
from tests.make import annotation, entity, report, stated

BASE = "https://example.org/id/"
OC, XSD, RDF = PREFIXES["oc"], PREFIXES["xsd"], PREFIXES["rdf"]
TEXT = (
    "Inspector Jane Doe of Kent Police said: “We shall go on.”\n"
    "Two kilos of heroin went in Operation Redwing, and John Roe was charged."
)


def raid() -> Annotation:
    made = report(
        TEXT,
        title="Raid on the quay",
        publisher="kent-police",
        url="https://example.org/raid one",
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
        quantity=Decimal("2.0"),
        unit="kg",
        item="heroin",
        value=Decimal("1E+5"),
        currency="GBP",
        agency=1,
        operation=2,
        not_after=date(2021, 3, 1),
    )
    return annotation(
        made,
        parts,
        posts=(PostHolding(stated(1), 0, "Inspector", 1),),
        claims=(Claim(stated(2), 1, "tookPartIn", 2),),
        quotations=(Quotation(stated(1), 0, "We shall go on.", 1),),
        outcomes=(seizure, Outcome(stated(2), "Charge", "was charged", concerns=(3,))),
    )


def made(*annotations: Annotation, resolution: Resolution | None = None) -> list[Quad]:
    names = {one.report.sha256: ["raid.md", "copy/raid.md"] for one in annotations}
    found = resolution or resolve(annotations, base_iri=BASE)
    return list(quads(annotations, found, file_names=names, base_iri=BASE))


def about(graph: Sequence[Quad], ending: str) -> dict[str, list[str | Value]]:
    """What is said of the one subject with that ending: objects by local name of the predicate."""
    (subject,) = {quad.subject for quad in graph if quad.subject.endswith(ending)}
    said: dict[str, list[str | Value]] = {}
    for quad in graph:
        if quad.subject == subject:
            said.setdefault(quad.predicate.replace("#", "/").rpartition("/")[2], []).append(
                quad.object
            )
    return said


def en(text: str) -> list[Value]:
    return [Value(text, None, "en")]


def number(text: str) -> list[Value]:
    return [Value(text, f"{XSD}decimal")]


def test_report_has_all_its_file_names_and_metadata() -> None:
    one = raid()
    said = about(made(one), one.report.sha256[:8])
    assert said["fileName"] == [Value("raid.md"), Value("copy/raid.md")]
    assert said["title"] == en("Raid on the quay")
    assert said["publisher"] == [f"{BASE}agency/kent-police"]
    assert said["issued"] == [Value("2021-03-02", f"{XSD}date")]
    assert said["source"] == ["https://example.org/raid%20one"]


def test_sentences_are_numbered_from_one_and_slice_the_text() -> None:
    one = raid()
    graph = made(one)
    title, first = about(graph, "/s1"), about(graph, "/s2")
    assert title["section"] == [Value("title")]
    assert title["text"] == en("Raid on the quay")
    assert "section" not in first
    assert first["ordinal"] == [Value("2", f"{XSD}integer")]


def test_every_mention_slices_to_its_surface_within_its_sentence() -> None:
    one = raid()
    graph = made(one)
    mentions = {quad.subject for quad in graph if quad.object == f"{OC}Mention"}
    assert len(mentions) == len(one.mentions) == 4
    for mention in mentions:
        said = about(graph, mention.removeprefix(BASE))
        (start,), (end,), (text,) = said["start"], said["end"], said["text"]
        (sentence,) = said["inSentence"]
        assert isinstance(start, Value)
        assert isinstance(end, Value)
        assert isinstance(text, Value)
        assert one.report.text[int(start.value) : int(end.value)] == text.value
        (whole,) = about(graph, str(sentence).removeprefix(BASE))["text"]
        assert isinstance(whole, Value)
        assert text.value in whole.value


def test_post_is_a_membership_and_a_direct_triple() -> None:
    graph = made(raid())
    post = about(graph, "/fact/post-1")
    (official,) = post["member"]
    assert {f"{OC}PostHolding", f"{OC}ReportedFact"} <= set(post["type"])
    assert post["organization"] == [f"{BASE}agency/kent-police"]
    assert post["postTitle"] == en("Inspector")
    assert (official, f"{OC}worksFor", f"{BASE}agency/kent-police") in {q[:3] for q in graph}


def test_claim_is_reified_and_direct() -> None:
    graph = made(raid())
    claim = about(graph, "/fact/claim-1")
    direct = (claim["subject"][0], claim["predicate"][0], claim["object"][0])
    assert direct == (
        f"{BASE}agency/kent-police",
        f"{OC}tookPartIn",
        f"{BASE}operation/redwing",
    )
    assert direct in {quad[:3] for quad in graph}


def test_quotation_has_speaker_words_and_body() -> None:
    said = about(made(raid()), "/fact/quotation-1")
    assert said["text"] == en("We shall go on.")
    assert said["speaker"] == [f"{BASE}official/jane-doe-kent-police"]
    assert said["onBehalfOf"] == [f"{BASE}agency/kent-police"]


def test_seizure_has_every_property_that_is_stated() -> None:
    said = about(made(raid()), "/fact/seizure-1")
    assert {f"{OC}Seizure", f"{OC}Outcome", f"{OC}ReportedFact"} <= set(said["type"])
    assert said["quantity"] == number("2")
    assert said["monetaryValue"] == number("100000")
    assert (said["unit"], said["currency"]) == ([Value("kg")], [Value("GBP")])
    assert said["comparator"] == [f"{OC}exactly"]
    assert said["modality"] == [f"{OC}stated"]
    assert said["itemWording"] == en("heroin")
    assert said["inOperation"] == [f"{BASE}operation/redwing"]
    assert said["notAfter"] == [Value("2021-03-01", f"{XSD}date")]
    assert said["asOf"] == [Value("2021-03-02", f"{XSD}date")]
    assert "notBefore" not in said


def test_nothing_but_names_and_places_is_said_of_a_person() -> None:
    said = about(made(raid()), "/person/john-roe")
    assert set(said) == {"type", "prefLabel", "name", "nameKey", "resolvedBy"}


def test_every_fact_has_a_sentence_a_rule_and_a_confidence() -> None:
    graph = made(raid())
    facts = {quad.subject for quad in graph if quad.object == f"{OC}ReportedFact"}
    assert len(facts) == 5
    for fact in facts:
        said = about(graph, fact.removeprefix(BASE))
        assert said["statedIn"]
        assert said["extractedBy"] == [Value("test")]
        assert said["confidence"] == number("1")


def test_superclasses_stand_beside_the_class() -> None:
    types = about(made(raid()), "agency/kent-police")["type"]
    assert {f"{OC}PoliceForce", f"{OC}Agency"} <= set(types)


def test_every_node_that_is_pointed_at_has_a_type_and_a_label() -> None:
    one = replace(raid(), mentions=())
    graph = made(one)
    typed = {quad.subject for quad in graph if quad.predicate == f"{RDF}type"}
    pointed = {q.object for q in graph if isinstance(q.object, str) and q.object.startswith(BASE)}
    assert pointed <= typed
    assert about(graph, "agency/kent-police")["prefLabel"] == en("Kent Police")


def test_concept_that_a_fact_names_stands_with_all_wider_ones() -> None:
    one = raid()
    seizure = replace(one.outcomes[0], commodity="heroin")
    graph = made(replace(one, outcomes=(seizure,)))
    assert about(graph, "ns#heroin")["mdaClass"] == [f"{OC}class-a"]
    wider = about(graph, "ns#heroin")["broaderTransitive"]
    assert set(wider) == {f"{OC}class-a", f"{OC}opioid", f"{OC}controlled-drug"}
    assert about(graph, "ns#class-a")["broader"] == [f"{OC}controlled-drug"]
    assert about(graph, "ns#controlled-drug")["prefLabel"] == en("controlled drug")
    assert "https://w3id.org/ockg/ns#cash" not in {quad.subject for quad in graph}


def test_graph_has_no_blank_nodes_and_one_graph_a_report() -> None:
    one = raid()
    graph = made(one)
    assert not [q for q in graph if q.subject.startswith("_:") or str(q.object).startswith("_:")]
    assert len({quad.graph for quad in graph}) == 2
    assert f"{BASE}graph/entities" in {quad.graph for quad in graph}


def test_same_input_gives_the_same_statements() -> None:
    assert made(raid()) == made(raid())


def test_suppressed_entity_leaves_no_mention_and_no_fact_about_it() -> None:
    one = raid()
    found = resolve([one], base_iri=BASE)
    links = ("", *found.links[one.report.sha256][1:])
    graph = made(one, resolution=replace(found, links={one.report.sha256: links}))
    assert not [quad for quad in graph if "/fact/post" in quad.subject]
    assert not [quad for quad in graph if "/fact/quotation" in quad.subject]
    assert [quad for quad in graph if "/fact/seizure" in quad.subject]
    assert not [quad for quad in graph if quad.object == ""]


@pytest.mark.parametrize(
    ("latitude", "expected"), [(51.5, "51.5"), (0.0, "0"), (-2.75, "-2.75"), (1e-05, "0.00001")]
)
def test_coordinates_are_plain_decimals(latitude: float, expected: str) -> None:
    place = Entity(f"{BASE}place/saltby", "Place", "Saltby", latitude=latitude, longitude=1.0)
    graph = made(resolution=Resolution({place.iri: place}, {}, {}))
    assert about(graph, "place/saltby")["lat"] == number(expected)


def test_fact_of_two_sentences_is_stated_in_both() -> None:
    one = raid()
    post = replace(one.posts[0], stated=Stated((1, 2), 0, 1, "test", 0.75))
    said = about(made(replace(one, posts=(post,))), "/fact/post-1")
    assert [str(iri)[-3:] for iri in said["statedIn"]] == ["/s2", "/s3"]
    assert said["confidence"] == number("0.75")


def test_entities_and_reports_have_a_key_for_each_name() -> None:
    one = raid()
    graph = made(one)
    assert about(graph, "/agency/kent-police")["nameKey"] == [Value("kent-police")]
    said = about(graph, one.report.sha256[:8])
    assert said["nameKey"] == [Value("raid-md"), Value("raid-on-the-quay")]


UNIT = "Eastern Region Special Operations Unit"


def of_the_registry() -> list[Quad]:
    made_of = [
        entity("Agency", "Kent Police", key="agency:kent-police", subtype="PoliceForce"),
        entity("Agency", UNIT, key="agency:ersou", subtype="RegionalUnit"),
        entity("Agency", "National Crime Agency", key="agency:nca", subtype="NationalAgency"),
        entity("Agency", "National Cyber Crime Unit", key="agency:nccu", subtype="Team"),
    ]
    text = f"Kent Police, {UNIT}, National Crime Agency and National Cyber Crime Unit met."
    return made(annotation(report(text), made_of))


def test_regional_unit_has_all_its_forces_from_the_registry() -> None:
    graph = of_the_registry()
    members = about(graph, "/agency/ersou")["hasMember"]
    assert len(members) == 7
    assert f"{BASE}agency/kent-police" in members
    fact = about(graph, "/agency/ersou/part/kent-police")
    assert fact["source"] == ["https://www.ersourocu.org.uk/about.aspx"]
    assert f"{OC}RegistryFact" in fact["type"]
    assert f"{OC}ReportedFact" not in fact["type"]
    assert "statedIn" not in fact


def test_force_that_no_report_names_is_an_organization_alone() -> None:
    graph = of_the_registry()
    assert set(about(graph, "/agency/essex-police")) == {"type", "prefLabel"}
    assert about(graph, "/agency/essex-police")["type"] == ["http://www.w3.org/ns/org#Organization"]
    assert f"{OC}Agency" in about(graph, "/agency/kent-police")["type"]


def test_unit_of_an_agency_is_a_part_of_it_by_the_registry_and_by_no_claim() -> None:
    graph = of_the_registry()
    said = about(graph, "/agency/nca")
    assert said["hasSubOrganization"] == [f"{BASE}agency/nccu"]
    assert about(graph, "/agency/nca/part/nccu")["source"] == [f"{OC}registry"]
    assert "subOrganizationOf" not in about(graph, "/agency/nccu")


def test_renamed_body_is_one_node_with_dated_earlier_names() -> None:
    force = entity("Agency", "Hampshire Constabulary", key="agency:hampshire-constabulary")
    graph = made(annotation(report("Hampshire Constabulary met."), [force]))
    node = about(graph, "/agency/hampshire-constabulary")
    assert node["prefLabel"] == [Value("Hampshire and Isle of Wight Constabulary", None, "en")]
    fact = about(graph, "/agency/hampshire-constabulary/name/hampshire-constabulary")
    assert fact["subject"] == [f"{BASE}agency/hampshire-constabulary"]
    assert fact["object"] == [Value("Hampshire Constabulary", None, "en")]
    assert fact["object"][0] in node["altLabel"]
    assert fact["validFrom"] == [Value("1967", f"{XSD}gYear")]
    assert fact["validThrough"] == [Value("2022-11-16", f"{XSD}date")]
    assert len(fact["source"]) == 2
