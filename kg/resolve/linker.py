"""Link the entities of each report to the nodes of the graph: names and keys in, nodes out.

One pass over the annotations keeps names, never texts; the order of reports is of no consequence.
Entities that share a block are one (see `block`). Officials and operations of one name but of
several blocks, and other persons of one name in several reports, are joined on evidence (see
`evidence`), which is kept.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from kg.config import DEFAULT_BASE_IRI
from kg.iri import report_iri
from kg.model import Annotation, Entity, EntityType, Report, Resolution
from kg.own.entry import Days
from kg.resolve.block import blocks_of, publisher_block
from kg.resolve.decisions import Decision, decide, held_apart
from kg.resolve.duplicates import Signatures
from kg.resolve.gathered import Gathered, surfaces_of
from kg.resolve.given import family
from kg.resolve.joining import Rivals, assessed, joined_people
from kg.resolve.listed import about_entries, with_listed
from kg.resolve.minting import mint, within_report
from kg.resolve.names import best_label, normal_form, written_out
from kg.resolve.profile import Profile, profiles_of
from kg.resolve.registries import Known, known
from kg.resolve.union import Union

_JUDGED: tuple[EntityType, ...] = ("Official", "Operation")


@dataclass(slots=True)
class _Corpus:
    """What has been seen so far. A link is a block, or the IRI of an entity within its report."""

    base_iri: str
    union: Union = field(default_factory=Union)
    gathered: dict[str, Gathered] = field(default_factory=dict)  # by an entity's first block
    alone: dict[str, Gathered] = field(default_factory=dict)  # by IRI
    links: dict[str, list[str]] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)  # IRIs of reports
    publishers: dict[str, str] = field(default_factory=dict)
    rivals: Rivals = field(default_factory=Rivals)
    chiefs: dict[str, str] = field(default_factory=dict)  # persons who are officials of that block
    signatures: Signatures = field(default_factory=Signatures)


def resolve(
    annotations: Iterable[Annotation],
    *,
    decisions: Sequence[Decision] = (),
    base_iri: str = DEFAULT_BASE_IRI,
) -> Resolution:
    """Who is who in a corpus; `decisions` of people go before all evidence.

    The links of a report run parallel to its entities; "" stands for one that was suppressed.
    """
    corpus = _Corpus(base_iri)
    for annotation in annotations:
        _take_in(corpus, annotation)
        corpus.signatures.add(annotation.report)
    near_duplicates = corpus.signatures.firsts()
    apart = held_apart(decisions, base_iri)
    corpus.rivals.settle(apart, near_duplicates)
    for pair in corpus.rivals.joined_blocks():
        corpus.union.join(pair)
    corpus.chiefs.update(corpus.rivals.chiefs(apart, corpus.union))
    resolution, born = _resolution(corpus, near_duplicates)
    on_entries = [one for one in decisions if about_entries(one, base_iri)]
    decided = decide(
        resolution, [one for one in decisions if one not in on_entries], base_iri=base_iri
    )
    return with_listed(decided, born, on_entries, base_iri=base_iri)


def _take_in(corpus: _Corpus, annotation: Annotation) -> None:
    home = corpus.homes[annotation.report.sha256] = report_iri(annotation.report, corpus.base_iri)
    publisher = publisher_block(annotation)
    blocked = blocks_of(annotation)
    profiles = profiles_of(annotation, publisher)
    links: list[str] = []
    taken: set[str] = set()
    found = zip(annotation.entities, surfaces_of(annotation), blocked.blocks, strict=True)
    for index, (entity, surfaces, (blocks, reason)) in enumerate(found):
        if not blocks:
            links.append(within_report(home, entity.type, entity.name, taken))
            alone = corpus.alone[links[-1]] = Gathered(entity.type, reason)
            alone.add(entity.name, entity.subtype, surfaces)
            if entity.type == "Person":
                _note(corpus, entity.type, entity.name, (links[-1],), profiles[index])
            continue
        links.append(blocks[0])
        if entity.type in _JUDGED and entity.key is None:
            profiles[index].bodies |= blocked.bodies[index]
            _note(corpus, entity.type, entity.name, blocks, profiles[index])
        corpus.union.join(blocks[:1])
        _gathered(corpus, blocks[0], entity.type, entity.key, reason).add(
            entity.name, entity.subtype, surfaces
        )
    corpus.links[annotation.report.sha256] = links
    _note_publisher(corpus, annotation.report, publisher)


def _note(
    corpus: _Corpus, type_: EntityType, name: str, sides: tuple[str, ...], profile: Profile
) -> None:
    normal = normal_form(type_, name)
    if type_ == "Official":
        normal = family(normal)
    if " " in normal or type_ == "Operation":
        corpus.rivals.add(type_, normal, sides, profile)


def _gathered(
    corpus: _Corpus, block: str, type_: EntityType, key: str | None, reason: str
) -> Gathered:
    gathered = corpus.gathered.get(block)
    if gathered is None:
        gathered = corpus.gathered[block] = Gathered(type_, reason, key)
    gathered.reason = min(gathered.reason, reason)
    return gathered


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


def _resolution(
    corpus: _Corpus, near_duplicates: Mapping[str, str]
) -> tuple[Resolution, Mapping[str, Set[Days]]]:
    """Who is who by the evidence, and between which days each person was born."""
    for side, block in sorted(corpus.chiefs.items()):
        corpus.gathered[block].absorb(corpus.alone.pop(side))
    nodes = _nodes(corpus)
    iris = mint(nodes, corpus.base_iri)
    people = joined_people(corpus.rivals, corpus.base_iri)
    entities = {iris[block]: _entity(iris[block], found) for block, found in nodes.items()}
    for iri, found in _alone(corpus, people).items():
        entities[iri] = _entity(iri, found)

    def node(link: str) -> str:
        if link in corpus.alone:
            return people.get(link, link)
        link = corpus.chiefs.get(link, link)
        return iris[corpus.union.name(link)]

    resolution = Resolution(
        entities=dict(sorted(entities.items())),
        links={report: tuple(map(node, links)) for report, links in sorted(corpus.links.items())},
        publishers={report: node(block) for report, block in sorted(corpus.publishers.items())},
        assessments=assessed(corpus.rivals, corpus.chiefs, node, corpus.base_iri),
        near_duplicates={one: corpus.homes[first] for one, first in near_duplicates.items()},
    )
    born: dict[str, set[Days]] = {}
    for side, days in corpus.rivals.born():
        born.setdefault(node(side), set()).update(days)
    return resolution, born


def _nodes(corpus: _Corpus) -> dict[str, Gathered]:
    """What was gathered under all blocks of a node, by the node's first block."""
    nodes: dict[str, Gathered] = {}
    for block, gathered in sorted(corpus.gathered.items()):
        name = corpus.union.name(block)
        if name in nodes:
            nodes[name].absorb(gathered)
        else:
            nodes[name] = gathered
    return nodes


def _alone(corpus: _Corpus, people: dict[str, str]) -> dict[str, Gathered]:
    """The entities of one report each, and the persons that evidence joins."""
    found: dict[str, Gathered] = {}
    for iri, gathered in sorted(corpus.alone.items()):
        node = people.get(iri, iri)
        if node in found:
            found[node].absorb(gathered)
        else:
            found[node] = gathered
            gathered.reason = gathered.reason if node == iri else "evidence"
    return found


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
        listed_as=row.listed_as,
    )
