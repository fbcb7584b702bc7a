"""Give each kept candidate its entity: same key, same name, or a shorter form of a longer name."""

from spacy.tokens import Doc

from kg.annotate.draft import Candidate, Draft
from kg.model import Mention, ReportEntity


def resolve(draft: Draft, doc: Doc) -> None:
    index: dict[tuple[str, str], int] = {}
    for candidate in draft.kept:
        name = candidate.name or draft.surface(candidate)
        key = (candidate.type, candidate.key or name.casefold())
        if key not in index:
            index[key] = len(draft.entities)
            draft.entities.append(_entity(candidate, name))
        draft.mentions.append(
            Mention(
                candidate.start,
                candidate.end,
                index[key],
                draft.sentence_at(candidate.start),
                candidate.rule,
            )
        )


def _entity(candidate: Candidate, name: str) -> ReportEntity:
    return ReportEntity(candidate.type, name, candidate.key, candidate.subtype, candidate.age)
