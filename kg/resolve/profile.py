"""What reports tell of somebody or something beside its name: what evidence is weighed on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from kg.model import Annotation, EntityType, ReportEntity
from kg.resolve.families import office
from kg.resolve.names import normal_form

_TELLING = 3  # words of a title that few hold
_COMPANY = 24  # people of one report that are kept: a longer list says little of each
_BIRTHDAY = timedelta(days=366)
_LATE = timedelta(days=31)  # an age may be older than the report
_NATIONAL = re.compile(
    r"\b(?:nationwide|nationally|across the (?:UK|country)"
    r"|national (?:polic\w+ |intelligence ){0,2}(?:operation|campaign|initiative|week|day"
    r"|crackdown|clampdown|activity|unit|team)"
    r"|forces (?:across|around|throughout|nationally|in England)|NPCC|National Crime Agency"
    r"|National Police Chiefs|ROCUs?|other forces|(?:every|all)(?: \d\d)?(?: police)? forces?)\b"
)


@dataclass(slots=True)
class Profile:
    """What is known of one side; sets grow as reports are taken in, whatever their order."""

    reports: set[str] = field(default_factory=set)  # SHA-256
    given: set[str] = field(default_factory=set)  # given names of officials
    releases: set[str] = field(default_factory=set)  # the first of each kind of near duplicates
    publishers: set[str] = field(default_factory=set)  # blocks, as `bodies`
    bodies: set[str] = field(default_factory=set)  # employers; of operations who conducted them
    families: set[str] = field(default_factory=set)
    levels: set[int] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)  # of posts that few hold
    days: set[date] = field(default_factory=set)
    born: set[tuple[date, date]] = field(default_factory=set)  # no earlier than, no later than
    places: set[str] = field(default_factory=set)
    operations: set[str] = field(default_factory=set)
    company: set[str] = field(default_factory=set)  # other people of the same reports, in full
    officials: set[str] = field(default_factory=set)  # others of the same reports, in full
    offences: set[str] = field(default_factory=set)
    national: bool = False  # a report says that forces work on it together
    concerned: bool = False  # an arrest, a charge or the like is said to concern the person

    def absorb(self, other: "Profile") -> None:
        """Take in what another report tells."""
        for name in _SETS:
            getattr(self, name).update(getattr(other, name))
        self.national = self.national or other.national
        self.concerned = self.concerned or other.concerned


_FLAGS = ("concerned", "national")
_SETS = tuple(name for name in Profile.__dataclass_fields__ if name not in _FLAGS)


def profiles_of(annotation: Annotation, publisher: str | None) -> dict[int, Profile]:
    """What a report tells of each of its people, officials and operations."""
    entities = annotation.entities
    people, officials = _in_full(entities, "Person"), _in_full(entities, "Official")
    operations = {normal_form("Operation", one.name) for one in entities if one.type == "Operation"}
    found: dict[int, Profile] = {}
    for index, one in enumerate(entities):
        if one.type not in {"Person", "Official", "Operation"}:
            continue
        own = {normal_form(one.type, one.name)}
        found[index] = Profile(
            reports={annotation.report.sha256},
            given={min(own).partition(" ")[0]} if one.type == "Official" else set(),
            publishers=set() if publisher is None else {publisher},
            days=set(filter(None, [annotation.report.issued])),
            born=set(_born(one, annotation.report.issued)),
            operations=operations - own,
            company=set(sorted(people - own)[:_COMPANY]),
            officials=set(sorted(officials - own)[:_COMPANY]),
        )
    _add_facts(annotation, found)
    return found


def _in_full(entities: Sequence[ReportEntity], type_: EntityType) -> set[str]:
    return {
        normal_form(type_, one.name) for one in entities if one.type == type_ and " " in one.name
    }


def _born(person: ReportEntity, issued: date | None) -> Iterator[tuple[date, date]]:
    """Between which days a person of that age was born: "aged 34" on the day of the report."""
    if person.age is None or issued is None or not 0 < person.age < issued.year - 1800:
        return
    latest = issued - _BIRTHDAY * person.age + timedelta(days=person.age // 4)
    yield latest - _BIRTHDAY - _LATE, latest + _LATE


def _add_facts(annotation: Annotation, found: dict[int, Profile]) -> None:
    _add_posts(annotation, found)
    _add_whereabouts(annotation, found)
    for outcome in annotation.outcomes:
        for person in outcome.concerns:
            if person in found:
                found[person].concerned = True
                found[person].offences.update(filter(None, [outcome.offence]))
    for mention in annotation.mentions:
        if annotation.entities[mention.entity].type == "Operation":
            sentence = annotation.sentences[mention.sentence]
            said = annotation.report.text[sentence.start : sentence.end]
            found[mention.entity].national |= _NATIONAL.search(said) is not None


def _add_posts(annotation: Annotation, found: dict[int, Profile]) -> None:
    for post in annotation.posts:
        if post.official not in found:
            continue
        profile, held = found[post.official], office(post.rank)
        if held is not None:
            profile.families.add(held.family)
            profile.levels.update(() if held.level is None else (held.level,))
        elif len(post.title.split()) >= _TELLING:
            profile.titles.add(post.title.casefold())


def _add_whereabouts(annotation: Annotation, found: dict[int, Profile]) -> None:
    for claim in annotation.claims:
        if claim.predicate in {"livesIn", "tookPlaceIn"} and claim.subject in found:
            place = annotation.entities[claim.object]
            found[claim.subject].places.add(place.key or normal_form("Place", place.name))
