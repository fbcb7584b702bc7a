"""State a report, its sentences, and where in them its entities are mentioned."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from kg.graph.entities import key_quads
from kg.graph.literals import day, integer, plain, worded
from kg.graph.terms import types_of
from kg.model import Annotation, Quad, Report
from kg.vocab import DCT, OC, RDF

_TYPE = str(RDF.type)
_FILE_NAME, _SHA256 = str(OC.fileName), str(OC.sha256)
_TITLE, _PUBLISHER, _ISSUED = str(DCT.title), str(DCT.publisher), str(DCT.issued)
_NEAR_DUPLICATE_OF = str(OC.nearDuplicateOf)
_SOURCE, _LANGUAGE = str(DCT.source), str(DCT.language)
_SENTENCE, _IN_REPORT, _ORDINAL = str(OC.Sentence), str(OC.inReport), str(OC.ordinal)
_START, _END, _TEXT, _SECTION = str(OC.start), str(OC.end), str(OC.text), str(OC.section)
_MENTION, _MENTION_OF, _IN_SENTENCE = str(OC.Mention), str(OC.mentionOf), str(OC.inSentence)
_EXTRACTED_BY = str(OC.extractedBy)
_URL_CHARACTERS = "%/:?#[]@!$&'()*+,;=~-._"  # legal in an IRI as they are


def sentence_iri(report: str, index: int) -> str:
    """The IRI of a sentence by its index; sentences are numbered from 1."""
    return f"{report}/s{index + 1}"


def report_quads(
    report: Report,
    iri: str,
    *,
    file_names: Sequence[str],
    publisher: str | None,
    near_duplicate_of: str | None = None,
) -> Iterator[Quad]:
    """The statements about the report itself, which stand in its own graph."""
    for class_ in types_of("Report"):
        yield Quad(iri, _TYPE, class_, iri)
    for name in file_names:
        yield Quad(iri, _FILE_NAME, plain(name), iri)
    names = [name.rpartition("/")[2] for name in file_names]
    yield from key_quads(iri, [*names, report.title] if report.title else names, iri)
    yield Quad(iri, _SHA256, plain(report.sha256), iri)
    yield Quad(iri, _LANGUAGE, plain(report.language), iri)
    if report.title:
        yield Quad(iri, _TITLE, worded(report.title, report.language), iri)
    if publisher is not None:
        yield Quad(iri, _PUBLISHER, publisher, iri)
    if report.issued is not None:
        yield Quad(iri, _ISSUED, day(report.issued), iri)
    if near_duplicate_of is not None:
        yield Quad(iri, _NEAR_DUPLICATE_OF, near_duplicate_of, iri)
    if report.url is not None:
        yield Quad(iri, _SOURCE, quote(report.url, safe=_URL_CHARACTERS), iri)


def sentence_quads(annotation: Annotation, iri: str) -> Iterator[Quad]:
    report = annotation.report
    for index, sentence in enumerate(annotation.sentences):
        subject = sentence_iri(iri, index)
        text = report.text[sentence.start : sentence.end]
        yield Quad(subject, _TYPE, _SENTENCE, iri)
        yield Quad(subject, _IN_REPORT, iri, iri)
        yield Quad(subject, _ORDINAL, integer(index + 1), iri)
        yield Quad(subject, _START, integer(sentence.start), iri)
        yield Quad(subject, _END, integer(sentence.end), iri)
        yield Quad(subject, _TEXT, worded(text, report.language), iri)
        if sentence.section == "title":
            yield Quad(subject, _SECTION, plain("title"), iri)


def mention_quads(annotation: Annotation, iri: str, links: Sequence[str]) -> Iterator[Quad]:
    """The mentions of entities; of one that people suppressed there are none."""
    report = annotation.report
    for number, mention in enumerate(annotation.mentions, start=1):
        entity = links[mention.entity]
        if not entity:
            continue
        subject = f"{iri}/m{number}"
        text = report.text[mention.start : mention.end]
        yield Quad(subject, _TYPE, _MENTION, iri)
        yield Quad(subject, _MENTION_OF, entity, iri)
        yield Quad(subject, _IN_SENTENCE, sentence_iri(iri, mention.sentence), iri)
        yield Quad(subject, _START, integer(mention.start), iri)
        yield Quad(subject, _END, integer(mention.end), iri)
        yield Quad(subject, _TEXT, worded(text, report.language), iri)
        yield Quad(subject, _EXTRACTED_BY, plain(mention.rule), iri)
