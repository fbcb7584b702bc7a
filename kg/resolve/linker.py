"""Link the entities of each report to the nodes of the graph: names and keys in, nodes out.

One pass over the annotations keeps names, never texts; the order of reports is of no consequence.
Entities that share a block are one (see `block`); blocks that one entity of a report has are one.
An operation that at least three publishers name is national: all of its name are one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.config import DEFAULT_BASE_IRI
from kg.iri import report_iri
from kg.model import Annotation, Entity, EntityType, Report, Resolution
from kg.resolve.block import blocks_of, publisher_block
from kg.resolve.decisions import Decision, decide
from kg.resolve.gathered import Gathered, surfaces_of
from kg.resolve.minting import mint, within_report
from kg.resolve.names import best_label, written_out
from kg.resolve.registries import Known, known
from kg.resolve.union import Union

NATIONAL = 3  # publishers


@dataclass(slots=True)
class _Corpus:
    """What has been seen so far. A link is a block, or the IRI of an entity within its report."""

    base_iri: str
    union: Union = field(default_factory=Union)
    gathered: dict[str, Gathered] = field(default_factory=dict)  # by an entity's first block
    alone: dict[str, Entity] = field(default_factory=dict)  # by IRI
    links: dict[str, list[str]] = field(default_factory=dict)
    publishers: dict[str, str] = field(default_factory=dict)
    operations: dict[str, tuple[set[str], set[str]]] = field(default_factory=dict)


def resolve(
    annotations: Iterable[Annotation],
    *,
    decisions: Sequence[Decision] = (),
    base_iri: str = DEFAULT_BASE_IRI,
) -> Resolution:
    """Who is who in a corpus; `decisions` of people are applied last.

    The links of a report run parallel to its entities; "" stands for one that was suppressed.
    """
    corpus = _Corpus(base_iri)
    for annotation in annotations:
        _take_in(corpus, annotation)
    for publishers, blocks in corpus.operations.values():
        if len(publishers) >= NATIONAL:
            corpus.union.join(sorted(blocks))
    return decide(_resolution(corpus), decisions, base_iri=base_iri)


def _take_in(corpus: _Corpus, annotation: Annotation) -> None:
    home = report_iri(annotation.report, corpus.base_iri)
    publisher = publisher_block(annotation)
    links: list[str] = []
    found = zip(annotation.entities, surfaces_of(annotation), blocks_of(annotation), strict=True)
    taken: set[str] = set()
    for entity, surfaces, (blocks, reason) in found:
        if not blocks:
            links.append(within_report(home, entity.type, entity.name, taken))
            alone = Gathered(entity.type, reason)
            alone.add(entity.name, entity.subtype, surfaces)
            corpus.alone[links[-1]] = _entity(links[-1], alone)
            continue
        links.append(blocks[0])
        corpus.union.join(blocks)
        _gathered(corpus, blocks[0], entity.type, entity.key, reason).add(
            entity.name, entity.subtype, surfaces
        )
        if entity.type == "Operation" and entity.key is None:
            _note_operation(corpus, blocks, publisher)
    corpus.links[annotation.report.sha256] = links
    _note_publisher(corpus, annotation.report, publisher)


def _gathered(
    corpus: _Corpus, block: str, type_: EntityType, key: str | None, reason: str
) -> Gathered:
    gathered = corpus.gathered.get(block)
    if gathered is None:
        gathered = corpus.gathered[block] = Gathered(type_, reason, key)
    gathered.reason = min(gathered.reason, reason)
    return gathered


def _note_operation(corpus: _Corpus, blocks: tuple[str, ...], publisher: str | None) -> None:
    name = blocks[0].split("|")[1]
    publishers, known_blocks = corpus.operations.setdefault(name, (set(), set()))
    known_blocks.update(blocks)
    if publisher is not None:
        publishers.add(publisher)


def _note_publisher(corpus: _Corpus, report: Report, block: str | None) -> None:
    """Keep who published the report; a publisher that no report names is a node all the same."""
    if block is None:
        return
    corpus.publishers[report.sha256] = block
    corpus.union.join([block])
    if block in corpus.gathered:
        return
    if report.publisher is not None:
        _gathered(corpus, block, "Agency", f"agency:{report.publisher}", "registry")
        return
    gathered = _gathered(corpus, block, "Organisation", None, "name")
    gathered.names.setdefault(report.publisher_name or "", 0)


def _resolution(corpus: _Corpus) -> Resolution:
    nodes: dict[str, Gathered] = {}
    for block, gathered in sorted(corpus.gathered.items()):
        name = corpus.union.name(block)
        if name in nodes:
            nodes[name].absorb(gathered)
        else:
            nodes[name] = gathered
    iris = mint(nodes, corpus.base_iri)
    entities = {iris[block]: _entity(iris[block], found) for block, found in nodes.items()}

    def node(link: str) -> str:
        return link if link in corpus.alone else iris[corpus.union.name(link)]

    return Resolution(
        entities=dict(sorted({**corpus.alone, **entities}.items())),
        links={report: tuple(map(node, links)) for report, links in sorted(corpus.links.items())},
        publishers={report: node(block) for report, block in sorted(corpus.publishers.items())},
    )


def _entity(iri: str, gathered: Gathered) -> Entity:
    row = None if gathered.key is None else known(gathered.key)
    label = best_label(gathered.type, gathered.names) if row is None else row.name
    forms = gathered.surfaces | {written_out(gathered.type, name) for name in gathered.names}
    common = min(gathered.subtypes, key=lambda s: (-gathered.subtypes[s], s), default=None)
    if row is None:
        row = Known(label, common)
    return Entity(
        iri=iri,
        type=gathered.type,
        label=label,
        alternatives=tuple(sorted(forms - {label, ""})),
        subtype=row.subtype,
        identifiers=row.identifiers,
        exact_matches=row.exact_matches,
        latitude=row.latitude,
        longitude=row.longitude,
        country=row.country,
        reason=gathered.reason,
    )
