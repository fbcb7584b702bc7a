"""Make the pipeline: a spaCy model for names, then our components in their order.

The order is the argument: a component reads only what those before it have written.
"""

from collections.abc import Callable, Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate import (
    agencies,
    arbitrate,
    claims,
    collect,
    coreference,
    groups,
    operations,
    organisations,
    outcomes,
    people,
    places,
    platforms,
    posts,
    quotes,
    sentences,
    unlisted,
)
from kg.annotate.draft import EXTENSION, Draft, draft_of
from kg.annotate.network import load_network
from kg.config import DEFAULT_MODEL
from kg.model import Annotation, Report

FINDERS: dict[str, Callable[[Draft, Doc], None]] = {
    "kg_sentences": sentences.split,
    "kg_agencies": agencies.find,
    "kg_operations": operations.find,
    "kg_platforms": platforms.find,
    "kg_groups": groups.find,
    "kg_places": places.find,
    "kg_people": people.find,
    "kg_organisations": organisations.find,
    "kg_unlisted": unlisted.find,
    "kg_arbitrate": arbitrate.settle,
    "kg_coreference": coreference.resolve,
    "kg_posts": posts.find,
    "kg_claims": claims.find,
    "kg_quotes": quotes.find,
    "kg_outcomes": outcomes.find,
}


def _component(find: Callable[[Draft, Doc], None]) -> Callable[[Doc], Doc]:
    def component(doc: Doc) -> Doc:
        find(draft_of(doc), doc)
        return doc

    return component


for _name, _find in FINDERS.items():
    Language.component(_name, func=_component(_find))
if not Doc.has_extension(EXTENSION):
    Doc.set_extension(EXTENSION, default=None)


def make_nlp(model: str = DEFAULT_MODEL) -> Language:
    """A spaCy pipeline that fills the `Draft` of each `Doc`.

    `model` is one of our own, any installed spaCy pipeline, or a folder that holds one. Raises
    `ConfigError` where there is none by that name.
    """
    return with_components(load_network(model))


def with_components(nlp: Language) -> Language:
    """The pipeline with our components after its own."""
    for name in FINDERS:
        nlp.add_pipe(name)
    return nlp


def annotate(
    reports: Iterable[Report], nlp: Language, *, batch_size: int = 32
) -> Iterator[Annotation]:
    """Annotate reports one after the other, in their order, in batches for the network."""
    for doc in docs(reports, nlp, batch_size=batch_size):
        yield collect.collect(draft_of(doc))


def docs(reports: Iterable[Report], nlp: Language, *, batch_size: int = 32) -> Iterator[Doc]:
    """The reports as `Doc`s that the whole pipeline has read, each with its filled draft."""
    yield from nlp.pipe((_doc(nlp, report) for report in reports), batch_size=batch_size)


def _doc(nlp: Language, report: Report) -> Doc:
    doc = nlp.make_doc(report.text)
    doc._.set(EXTENSION, Draft(report))
    return doc
