"""Time the store, the exports and the saved queries on a graph made up to size.

    python -m tests.benchmarks.bench_store [TRIPLES]

Prints seconds for what plain rdflib can do as well, beside rdflib's, and milliseconds for each
saved query, warm. By default 300,000 triples with rdflib; rdflib is left out above that.
"""

import io
import random
import sys
from collections.abc import Callable, Iterator
from time import perf_counter

import rdflib

from kg.export import write_to
from kg.model import Quad, Value
from kg.query.library import saved_queries
from kg.query.run import run
from kg.store import Solutions, Store
from kg.vocab import PREFIXES

ID = "https://example.org/id/"
OC, XSD = PREFIXES["oc"], PREFIXES["xsd"]
RDFLIB_LIMIT = 300_000
TRIPLES_A_REPORT = 432
ARGUMENTS = {
    "everything-about": {"name": "agency 7"},
    "links": {"agency": "agency 7", "other": "agency 9"},
    "report": {"report": "report-11.md"},
    "seizures": {"place": "place 30"},
    "seizure-totals": {"agency": "agency 7"},
}
JOIN = """
SELECT ?label (COUNT(?mention) AS ?n)
WHERE { ?mention oc:mentionOf ?entity ; oc:inSentence ?sentence . ?entity skos:prefLabel ?label }
GROUP BY ?label"""
COUNTS = (("PoliceForce", "agency", 200), ("Operation", "operation", 400), ("Place", "place", 2000))


def quads(reports: int) -> Iterator[Quad]:
    """A made-up graph: each report with 20 sentences, 30 mentions and a dozen facts."""
    chance = random.Random(7)  # noqa: S311  made-up data
    for class_, kind, number in COUNTS:
        for index in range(number):
            yield from _entity(f"{kind}/{index}", class_, f"{kind} {index}")
    for index in range(COUNTS[2][2]):
        yield _quad(f"place/{index}", f"{OC}within", f"{ID}place/{index // 20}", "entities")
    for index in range(reports):
        yield from _report(index, chance)


def _quad(subject: str, predicate: str, object_: str | Value, graph: str) -> Quad:
    return Quad(f"{ID}{subject}", predicate, object_, f"{ID}graph/{graph}")


def _entity(name: str, class_: str, label: str) -> Iterator[Quad]:
    wide = "Agency" if class_ == "PoliceForce" else class_
    for type_ in {class_, wide}:
        yield _quad(name, f"{PREFIXES['rdf']}type", f"{OC}{type_}", "entities")
    yield _quad(name, f"{PREFIXES['skos']}prefLabel", Value(label, None, "en"), "entities")


def _report(index: int, chance: random.Random) -> Iterator[Quad]:
    iri = f"report/report-{index}-{index:08x}"

    def say(subject: str, predicate: str, object_: str | Value) -> Quad:
        prefix, _, local = predicate.partition(":")
        return _quad(subject, f"{PREFIXES[prefix]}{local}", object_, f"report-{index}")

    def any_of(which: int) -> str:
        return f"{ID}{COUNTS[which][1]}/{int(chance.random() ** 2 * COUNTS[which][2])}"

    def fact(name: str, class_: str, **said: str | Value) -> Iterator[Quad]:
        for type_ in (class_, "ReportedFact"):
            yield say(f"{iri}/fact/{name}", "rdf:type", f"{OC}{type_}")
        yield say(f"{iri}/fact/{name}", "oc:statedIn", f"{ID}{iri}/s{chance.randrange(1, 21)}")
        yield say(f"{iri}/fact/{name}", "oc:extractedBy", Value("rule"))
        for predicate, object_ in said.items():
            yield say(f"{iri}/fact/{name}", predicate.replace("_", ":", 1), object_)

    issued = Value(f"20{10 + index % 14}-{1 + index % 12:02}-{1 + index % 28:02}", f"{XSD}date")
    yield say(iri, "rdf:type", f"{OC}Report")
    yield say(iri, "oc:fileName", Value(f"force-{index % 43}/report-{index}.md"))
    yield say(iri, "dct:title", Value(f"Report number {index}", None, "en"))
    yield say(iri, "dct:issued", issued)
    yield say(iri, "dct:publisher", any_of(0))
    for number in range(1, 21):
        sentence = f"{iri}/s{number}"
        yield say(sentence, "rdf:type", f"{OC}Sentence")
        yield say(sentence, "oc:inReport", f"{ID}{iri}")
        yield say(sentence, "oc:ordinal", Value(str(number), f"{XSD}integer"))
        text = f"Officers of the force number {number} searched an address and found a quantity."
        yield say(sentence, "oc:text", Value(text, None, "en"))
    for number in range(30):
        mention = f"{iri}/m{number}"
        yield say(mention, "rdf:type", f"{OC}Mention")
        yield say(mention, "oc:mentionOf", any_of(number % 3))
        yield say(mention, "oc:inSentence", f"{ID}{iri}/s{1 + number % 20}")
        yield say(mention, "oc:start", Value(str(number * 40), f"{XSD}integer"))
        yield say(mention, "oc:end", Value(str(number * 40 + 9), f"{XSD}integer"))
        yield say(mention, "oc:extractedBy", Value("rule"))
    official, person = f"official/{index % 3000}", f"{iri}/person/1"
    yield from _entity(official, "Official", f"official {index % 3000}")
    yield from _entity(person, "Person", f"person {index}")
    said = {"org_member": f"{ID}{official}", "oc_postTitle": Value("Inspector", None, "en")}
    yield from fact("post", "PostHolding", org_organization=any_of(0), **said)
    words = Value(f"We are number {index}.", None, "en")
    yield from fact("quote", "Quotation", oc_speaker=f"{ID}{official}", schema_text=words)
    for number in range(4):
        agency, operation = any_of(0), any_of(1)
        told = {"rdf_subject": agency, "rdf_object": operation}
        yield from fact(f"claim-{number}", "Claim", rdf_predicate=f"{OC}tookPartIn", **told)
        yield _quad(agency[len(ID) :], f"{OC}tookPartIn", operation, f"report-{index}")
    for number, class_ in enumerate(("Seizure", "Seizure", "Arrest", "Charge", "Sentencing")):
        kilos = Value(str(chance.randrange(1, 99)), f"{XSD}decimal")
        told = {"oc_quantity": kilos, "oc_unit": Value("kg"), "oc_asOf": issued}
        yield say(f"{iri}/fact/outcome-{number}", "rdf:type", f"{OC}Outcome")
        yield from fact(
            f"outcome-{number}",
            class_,
            oc_byAgency=any_of(0),
            oc_atPlace=any_of(2),
            oc_inOperation=any_of(1),
            oc_itemWording=Value("cocaine", None, "en"),
            oc_wording=Value("a quantity of cocaine", None, "en"),
            **told,
        )
        if number > 1:
            yield say(f"{iri}/fact/outcome-{number}", "oc:concerns", f"{ID}{person}")


def seconds(ask: Callable[[], object], *, times: int = 1) -> float:
    """The least of `times` runs."""
    taken = []
    for _ in range(times):
        start = perf_counter()
        ask()
        taken.append(perf_counter() - start)
    return min(taken)


def ask_join(store: Store) -> int:
    found = store.query(JOIN)
    return sum(1 for _ in found.rows) if isinstance(found, Solutions) else 0


def compare_with_rdflib(lines: bytes, ours: dict[str, float]) -> None:
    graph = rdflib.Graph()
    theirs = {
        "load N-Triples": seconds(lambda: graph.parse(data=lines, format="nt")),
        "write Turtle": seconds(lambda: graph.serialize(format="turtle")),
        "join and group": seconds(lambda: len(graph.query(JOIN, initNs=dict(PREFIXES)))),
    }
    for what, taken in theirs.items():
        print(f"{what:<24}{ours[what]:8.2f} s {taken:8.2f} s rdflib")  # noqa: T201


def main(triples: int) -> None:
    store = Store()
    loading = seconds(lambda: store.load(quads(triples // TRIPLES_A_REPORT)))
    print(f"{len(store):,} statements made up and loaded in {loading:.1f} s")  # noqa: T201
    buffer = io.BytesIO()
    write_to(store, buffer, format="nt")
    again = Store()
    ours = {
        "load N-Triples": seconds(lambda: again.load_lines(buffer.getvalue())),
        "write Turtle": seconds(lambda: write_to(store, io.BytesIO(), format="ttl")),
        "join and group": seconds(lambda: ask_join(store), times=3),
    }
    if triples <= RDFLIB_LIMIT:
        compare_with_rdflib(buffer.getvalue(), ours)
    for what, taken in ours.items():
        print(f"{what:<24}{taken:8.2f} s")  # noqa: T201
    for saved in saved_queries():
        arguments = ARGUMENTS.get(saved.name, {})
        taken = seconds(lambda: run(store, saved.name, **arguments), times=3)  # noqa: B023
        rows = len(run(store, saved.name, **arguments))
        print(f"{saved.name:<24}{taken * 1000:8.0f} ms {rows:8,} rows")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RDFLIB_LIMIT)
