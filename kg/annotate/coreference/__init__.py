"""Give each kept candidate its entity: same key, same name, or a shorter form of a longer name."""

from spacy.tokens import Doc

from kg.annotate.coreference import names, publisher
from kg.annotate.draft import Candidate, Draft
from kg.model import Mention, ReportEntity


def resolve(draft: Draft, doc: Doc) -> None:
    """Fill `draft.mentions`, `draft.entities` and `draft.publisher_entity`."""
    people = names.people_of(draft)
    index: dict[tuple[str, str], int] = {}
    for position, candidate in enumerate(draft.kept):
        person = people.get(position)
        name = candidate.name or draft.surface(candidate)
        key: tuple[str, str] = (candidate.type, candidate.key or name.casefold())
        if person is not None:
            key = ("person", str(person.number))
        if key not in index:
            index[key] = len(draft.entities)
            draft.entities.append(_entity(candidate, name) if person is None else person.entity())
        draft.mentions.append(
            Mention(
                candidate.start,
                candidate.end,
                index[key],
                draft.sentence_at(candidate.start),
                candidate.rule,
            )
        )
    draft.publisher_entity = publisher.entity_of(draft)


def _entity(candidate: Candidate, name: str) -> ReportEntity:
    return ReportEntity(candidate.type, name, candidate.key, candidate.subtype, candidate.age)
