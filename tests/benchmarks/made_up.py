"""A graph made up to size: its shape is that of reports, its content is chance."""

import random
from collections.abc import Iterator

from kg.iri import name_key
from kg.model import Quad, Value
from kg.vocab import PREFIXES

ID = "https://example.org/id/"
OC, XSD = PREFIXES["oc"], PREFIXES["xsd"]
TRIPLES_A_REPORT = 397  # about
ENTITIES_A_REPORT = 5
COUNTS = (("PoliceForce", "agency", 200), ("Operation", "operation", 400), ("Place", "place", 2000))


def quads(reports: int) -> Iterator[Quad]:
    """A made-up graph: each report with 20 sentences, 30 mentions and a dozen facts."""
    chance = random.Random(7)  # noqa: S311  made-up data
    for class_, kind, most in COUNTS:
        for index in range(_number(most, reports)):
            yield from _entity(f"{kind}/{index}", class_, f"{kind} {index}")
    for index in range(_number(COUNTS[2][2], reports)):
        yield _quad(f"place/{index}", f"{OC}within", f"{ID}place/{index // 20}", "entities")
    for index in range(reports):
        report = _Report(index, chance, reports)
        yield from report.text()
        yield from report.facts()


def _number(most: int, reports: int) -> int:
    """How many there are of a kind: small graphs know fewer."""
    return min(most, ENTITIES_A_REPORT * reports)


def _quad(subject: str, predicate: str, object_: str | Value, graph: str) -> Quad:
    return Quad(f"{ID}{subject}", predicate, object_, f"{ID}graph/{graph}")


def _entity(name: str, class_: str, label: str) -> Iterator[Quad]:
    wide = "Agency" if class_ == "PoliceForce" else class_
    for type_ in {class_, wide}:
        yield _quad(name, f"{PREFIXES['rdf']}type", f"{OC}{type_}", "entities")
    yield _quad(name, f"{PREFIXES['skos']}prefLabel", Value(label, None, "en"), "entities")
    yield _quad(name, f"{OC}nameKey", Value(name_key(label)), "entities")


class _Report:
    """One made-up report, and what it says."""

    def __init__(self, index: int, chance: random.Random, reports: int) -> None:
        self.index, self.chance, self.reports = index, chance, reports
        self.iri = f"report/report-{index}-{index:08x}"
        year, month, day = 2010 + index % 14, 1 + index % 12, 1 + index % 28
        self.issued = Value(f"{year}-{month:02}-{day:02}", f"{XSD}date")

    def say(self, subject: str, **said: str | Value) -> Iterator[Quad]:
        """Statements of the report; `oc_text` stands for `oc:text`."""
        for predicate, object_ in said.items():
            prefix, _, local = predicate.partition("_")
            yield _quad(subject, f"{PREFIXES[prefix]}{local}", object_, f"report-{self.index}")

    def any_of(self, which: int) -> str:
        """An entity of that kind: a few are named far more often than the rest."""
        _, kind, most = COUNTS[which]
        number = _number(most, self.reports)
        return f"{ID}{kind}/{int(self.chance.random() ** 2 * number)}"

    def fact(self, name: str, class_: str, **said: str | Value) -> Iterator[Quad]:
        subject = f"{self.iri}/fact/{name}"
        sentence = f"{ID}{self.iri}/s{self.chance.randrange(1, 21)}"
        yield from self.say(subject, rdf_type=f"{OC}ReportedFact")
        yield from self.say(subject, rdf_type=f"{OC}{class_}", oc_statedIn=sentence)
        yield from self.say(subject, oc_extractedBy=Value("rule"), **said)

    def text(self) -> Iterator[Quad]:
        title = Value(f"Report number {self.index}", None, "en")
        name = Value(f"force-{self.index % 43}/report-{self.index}.md")
        yield from self.say(self.iri, rdf_type=f"{OC}Report", oc_fileName=name, dct_title=title)
        key = Value(name_key(f"report-{self.index}.md"))
        yield from self.say(self.iri, oc_nameKey=key)
        yield from self.say(self.iri, dct_issued=self.issued, dct_publisher=self.any_of(0))
        for number in range(1, 21):
            words = (
                f"Officers of the force number {number} searched an address and found a quantity."
            )
            yield from self.say(
                f"{self.iri}/s{number}",
                rdf_type=f"{OC}Sentence",
                oc_inReport=f"{ID}{self.iri}",
                oc_ordinal=Value(str(number), f"{XSD}integer"),
                oc_text=Value(words, None, "en"),
            )
        for number in range(30):
            yield from self.say(
                f"{self.iri}/m{number}",
                rdf_type=f"{OC}Mention",
                oc_mentionOf=self.any_of(number % 3),
                oc_inSentence=f"{ID}{self.iri}/s{1 + number % 20}",
                oc_start=Value(str(number * 40), f"{XSD}integer"),
                oc_end=Value(str(number * 40 + 9), f"{XSD}integer"),
                oc_extractedBy=Value("rule"),
            )

    def facts(self) -> Iterator[Quad]:
        official, person = f"official/{self.index % 3000}", f"{self.iri}/person/1"
        yield from _entity(official, "Official", f"official {self.index % 3000}")
        yield from _entity(person, "Person", f"person {self.index}")
        said: dict[str, str | Value] = {
            "org_member": f"{ID}{official}",
            "oc_postTitle": Value("Inspector", None, "en"),
        }
        yield from self.fact("post", "PostHolding", org_organization=self.any_of(0), **said)
        words = Value(f"We are number {self.index}.", None, "en")
        told: dict[str, str | Value] = {"oc_speaker": f"{ID}{official}", "schema_text": words}
        yield from self.fact("quote", "Quotation", **told)
        for number in range(4):
            agency, operation = self.any_of(0), self.any_of(1)
            ends = {"rdf_subject": agency, "rdf_object": operation}
            yield from self.fact(
                f"claim-{number}", "Claim", rdf_predicate=f"{OC}tookPartIn", **ends
            )
            yield from self.say(agency[len(ID) :], oc_tookPartIn=operation)
        for number, class_ in enumerate(("Seizure", "Seizure", "Arrest", "Charge", "Sentencing")):
            yield from self.outcome(f"outcome-{number}", class_, person)

    def outcome(self, name: str, class_: str, person: str) -> Iterator[Quad]:
        about = {} if class_ == "Seizure" else {"oc_concerns": f"{ID}{person}"}
        yield from self.say(f"{self.iri}/fact/{name}", rdf_type=f"{OC}Outcome", **about)
        yield from self.fact(
            name,
            class_,
            oc_quantity=Value(str(self.chance.randrange(1, 99)), f"{XSD}decimal"),
            oc_unit=Value("kg"),
            oc_asOf=self.issued,
            oc_byAgency=self.any_of(0),
            oc_atPlace=self.any_of(2),
            oc_inOperation=self.any_of(1),
            oc_itemWording=Value("cocaine", None, "en"),
            oc_wording=Value("a quantity of cocaine", None, "en"),
        )
