"""The blocks under which entities of different reports meet: whoever shares one is the same.

A block is written `Type|normal form|scope`, or `Type|key` for what a registry knows. The scope is
what keeps namesakes apart: the force of a team or an official, the publisher of an operation, the
area of a street. An entity without blocks stays within its report.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kg.model import Annotation, EntityType, ReportEntity
from kg.resolve.bodies import joint_unit, whole
from kg.resolve.names import is_general, is_street, is_unit, normal_form
from kg.resolve.registries import names_of

_REGISTERED: dict[EntityType, str] = {"Agency": "registry", "Place": "gazetteer"}
_SERVED: tuple[EntityType, ...] = ("Official", "Operation")
_BY_NAME: tuple[EntityType, ...] = ("CriminalGroup", "Platform", "Organisation")


class Blocks(NamedTuple):
    """Where one entity of a report may meet those of others, and why it may."""

    blocks: tuple[str, ...]
    reason: str


ALONE = Blocks((), "one report")


def keyed(type_: EntityType, key: str) -> str:
    return f"{type_}|{key}"


def named(type_: EntityType, name: str, scope: str = "") -> str:
    return f"{type_}|{normal_form(type_, name)}|{scope}"


def _own_block(entity: ReportEntity) -> str:
    if entity.key is not None:
        return keyed(entity.type, entity.key)
    return named(entity.type, entity.name)


def publisher_block(annotation: Annotation) -> str | None:
    """The block of who published the report; None where the report does not tell."""
    report = annotation.report
    if annotation.publisher_entity is not None:
        entity = annotation.entities[annotation.publisher_entity]
        return _own_block(entity)
    if report.publisher is not None:
        return keyed("Agency", f"agency:{report.publisher}")
    if report.publisher_name is not None and normal_form("Organisation", report.publisher_name):
        return named("Organisation", report.publisher_name)
    return None


class Blocked(NamedTuple):
    """The blocks of each entity of a report, in order, and the bodies behind some of them."""

    blocks: list[Blocks]
    bodies: dict[int, set[str]]  # of officials and operations


def blocks_of(annotation: Annotation) -> Blocked:
    report = _Report(annotation)
    of_interest = (i for i, e in enumerate(annotation.entities) if e.type in _SERVED)
    return Blocked(report.all(), {index: report.bodies_of(index) for index in of_interest})


class _Report:
    """One report's entities beside what its facts say of them."""

    def __init__(self, annotation: Annotation) -> None:
        self._sha256 = annotation.report.sha256
        self._entities = annotation.entities
        self._publisher = publisher_block(annotation)
        self._home = annotation.publisher_entity
        self._known_bodies = [e.key for e in self._entities if e.type == "Agency" and e.key]
        self._bodies: dict[int, str] = {}
        self._parents: dict[int, int] = {}  # of bodies and of places: the first that is stated
        self._employers: dict[int, list[int]] = {}
        self._conductors: dict[int, list[int]] = {}
        self._read_facts(annotation)

    def _read_facts(self, annotation: Annotation) -> None:
        for claim in annotation.claims:
            if claim.predicate in {"subOrganizationOf", "within"}:
                self._parents.setdefault(claim.subject, claim.object)
            elif claim.predicate == "worksFor":
                self._employers.setdefault(claim.subject, []).append(claim.object)
            elif claim.predicate == "tookPartIn":
                self._conductors.setdefault(claim.object, []).append(claim.subject)
        for official, agency in _appointments(annotation):
            self._employers.setdefault(official, []).append(agency)

    def all(self) -> list[Blocks]:
        return [self._blocks(index) for index in range(len(self._entities))]

    def _blocks(self, index: int) -> Blocks:
        entity = self._entities[index]
        if entity.key is not None:
            return Blocks((keyed(entity.type, entity.key),), _REGISTERED.get(entity.type, "list"))
        if entity.type in _BY_NAME:
            return Blocks((named(entity.type, entity.name),), "name")
        by_type = {
            "Agency": self._agency,
            "Official": self._official,
            "Operation": self._operation,
            "Place": self._place,
        }
        return by_type[entity.type](index) if entity.type in by_type else ALONE

    def _agency(self, index: int) -> Blocks:
        entity = self._entities[index]
        normal = normal_form("Agency", entity.name)
        unit = entity.subtype == "Team" or (entity.subtype is None and is_unit(normal))
        if index == self._home or not (unit or is_general(normal)):
            return Blocks((named("Agency", entity.name),), "name")
        if joint := joint_unit(normal):
            return Blocks((f"Agency|{joint.rest}|{joint.alliance}",), "name and allied forces")
        parent, rest = self._parent(index, normal)
        if parent is None:
            return ALONE
        return Blocks((f"Agency|{rest}|{parent}",), "name and parent body")

    def _parent(self, index: int, normal: str) -> tuple[str | None, str]:
        """The block of the body that a unit belongs to, and its name without that body's."""
        for key in self._known_bodies:
            for name in names_of(key):
                rest = normal.removeprefix(f"{name} ")
                if rest != normal:
                    return keyed("Agency", key), rest if " " in rest else normal
        stated = self._parents.get(index)
        if stated is not None and stated != index:
            return _own_block(self._entities[stated]), normal
        if self._publisher is not None and self._publisher.startswith("Agency|"):
            return self._publisher, normal
        return None, normal

    def _official(self, index: int) -> Blocks:
        entity = self._entities[index]
        if " " not in normal_form("Official", entity.name):
            return ALONE
        agencies = [self._body(agency) for agency in self._employers.get(index, ())]
        scopes = [agency for agency in agencies if agency is not None]
        if scopes:
            return Blocks(_each(entity, scopes), "name and agency")
        if self._publisher is not None and self._publisher.startswith("Agency|"):
            return Blocks(_each(entity, [self._publisher]), "name and publisher")
        return ALONE

    def bodies_of(self, index: int) -> set[str]:
        """The blocks of the bodies that an official serves or that conducted an operation."""
        found = (*self._employers.get(index, ()), *self._conductors.get(index, ()))
        return {body for body in map(self._body, found) if body is not None}

    def _operation(self, index: int) -> Blocks:
        scopes = [self._body(agency) for agency in self._conductors.get(index, ())]
        found = [scope for scope in (*scopes, self._publisher) if scope is not None]
        return Blocks(
            _each(self._entities[index], found or [self._sha256]), "name and who conducted it"
        )

    def _body(self, index: int) -> str | None:
        """The block of an agency, of a team that of its force; None if it stays in the report."""
        if self._entities[index].type != "Agency":
            return None
        if index not in self._bodies:
            blocks = self._blocks(index).blocks
            self._bodies[index] = self._served(index, blocks[0]) if blocks else ""
        return self._bodies[index] or None

    def _served(self, index: int, block: str) -> str:
        """The force that a unit's staff serve: of allied forces the one that published."""
        joint = joint_unit(normal_form("Agency", self._entities[index].name))
        if joint is None or not block.endswith(f"|{joint.alliance}"):
            return whole(_force(block))
        return self._publisher if self._publisher in joint.forces else joint.forces[0]

    def _place(self, index: int) -> Blocks:
        entity = self._entities[index]
        holder = self._entities[self._parents[index]] if index in self._parents else None
        if holder is not None and holder.key is not None:
            scope = keyed(holder.type, holder.key)
            return Blocks((named("Place", entity.name, scope),), "name and the place around it")
        if self._publisher is None or is_street(normal_form("Place", entity.name)):
            return ALONE
        return Blocks((named("Place", entity.name, self._publisher),), "name and publisher")


def _appointments(annotation: Annotation) -> Iterator[tuple[int, int]]:
    for post in annotation.posts:
        if post.agency is not None:
            yield post.official, post.agency
    for quotation in annotation.quotations:
        if quotation.on_behalf_of is not None:
            yield quotation.speaker, quotation.on_behalf_of


def _force(block: str) -> str:
    """The block of the body that a unit's block is scoped by; any other block as it is."""
    parts = block.split("|", 2)
    return parts[2] if len(parts) > 2 and parts[2] else block  # noqa: PLR2004


def _each(entity: ReportEntity, scopes: list[str]) -> tuple[str, ...]:
    return tuple(sorted({named(entity.type, entity.name, scope) for scope in scopes}))
