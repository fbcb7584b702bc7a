"""The values that flow between the stages: frozen, of the standard library only.

Offsets are characters into `Report.text`, half open. Indices (`entity`, `sentence`, `agency` …)
point into the tuples of the `Annotation` that holds them, so an annotation is whole by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple, get_args

EntityType = Literal[
    "Agency",
    "Official",
    "Person",
    "Operation",
    "Place",
    "CriminalGroup",
    "Platform",
    "Organisation",
]
Section = Literal["title", "body"]
Modality = Literal["stated", "suspected", "alleged"]
Comparator = Literal["exactly", "atLeast", "moreThan", "upTo", "about"]
OutcomeKind = Literal[
    "Seizure", "Arrest", "Charge", "Conviction", "Sentencing", "Safeguarding", "Search"
]
ClaimPredicate = Literal[
    "tookPartIn",  # Agency -> Operation
    "tookPlaceIn",  # Operation -> Place
    "subOrganizationOf",  # Agency -> Agency
    "within",  # Place -> Place
    "livesIn",  # Person -> Place
    "memberOf",  # Person -> CriminalGroup or Organisation
    "worksFor",  # Official -> Agency
    "used",  # Person or CriminalGroup -> Platform
    "workedWith",  # Agency -> Agency
]


FACT_TYPES: tuple[str, ...] = ("PostHolding", "Claim", "Quotation", *get_args(OutcomeKind))


@dataclass(frozen=True, slots=True)
class Report:
    """One report as `kg` publishes it: cleaned text, and what its file says of it.

    `text` is the title (with any site suffix), a blank line, and the body, which starts at
    `body_start`; a report without a title has only the body. In the text a blank line parts
    paragraphs, a line that opens with "- " is a list item, and no Markdown marks are left.
    """

    sha256: str  # of the bytes that were read: the report's identity
    title: str  # without the site suffix; "" where none is stated
    text: str
    body_start: int = 0
    url: str | None = None
    publisher: str | None = None  # id in agencies.yml where known, else None
    publisher_name: str | None = None  # as the source states it
    issued: date | None = None
    issued_by: str | None = None  # the route that found the date: "publish.date", "url", "body" …
    language: str = "en"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file, or a record of one, that could not be read as a report."""

    file_name: str
    reason: str
    offset: int | None = None  # of the byte or record at fault, where known


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    end: int
    section: Section = "body"


@dataclass(frozen=True, slots=True)
class Mention:
    """A surface form that names an entity, and the rule or model that found it."""

    start: int
    end: int
    entity: int
    sentence: int
    rule: str


@dataclass(frozen=True, slots=True)
class ReportEntity:
    """Somebody or something, as one report names it.

    `key` is an identity that holds across reports: "agency:nca" for a row of agencies.yml,
    "geonames:2643339" or "place:kent" for a row of the gazetteer. Entities without a key are
    joined, or not, by `resolve`.
    """

    type: EntityType
    name: str  # the fullest form in the report, without rank or title
    key: str | None = None
    subtype: str | None = None  # local name of a subclass of oc:Agency, e.g. "Court"
    age: int | None = None  # persons: in years, as stated


@dataclass(frozen=True, slots=True)
class Stated:
    """Where a report states a fact, and what found it there."""

    sentences: tuple[int, ...]  # at least one
    start: int
    end: int
    rule: str
    confidence: float = 1.0  # 0 to 1


@dataclass(frozen=True, slots=True)
class PostHolding:
    """An official in a post or rank; `agency` only if the report names the body."""

    stated: Stated
    official: int
    title: str  # as written
    agency: int | None = None
    rank: str | None = None  # id in ranks.yml


@dataclass(frozen=True, slots=True)
class Claim:
    """A direct relation between two entities of the report."""

    stated: Stated
    subject: int
    predicate: ClaimPredicate
    object: int
    modality: Modality = "stated"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, and who said them; continued paragraphs are one quotation."""

    stated: Stated
    speaker: int
    text: str  # without the marks; paragraphs parted by a blank line
    on_behalf_of: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A seizure, arrest, charge, conviction, sentence, safeguarding or search, as reported."""

    stated: Stated
    kind: OutcomeKind
    wording: str  # the source's words
    quantity: Decimal | None = None  # normalised: see `unit`
    unit: str | None = None  # kg, litres, ISO currency, items, people, months, life, addresses
    comparator: Comparator = "exactly"
    item: str | None = None  # head noun with its type, as written
    commodity: str | None = None  # id in commodities.yml
    value: Decimal | None = None  # "worth £x"
    currency: str | None = None  # ISO 4217, of `value`
    agency: int | None = None
    place: int | None = None
    operation: int | None = None
    concerns: tuple[int, ...] = ()  # persons
    offence_wording: str | None = None
    offence: str | None = None  # id in offences.yml
    not_before: date | None = None
    not_after: date | None = None
    when_wording: str | None = None
    modality: Modality = "stated"


@dataclass(frozen=True, slots=True)
class Rejection:
    """A candidate that a rule turned down, kept for `--explain`."""

    start: int
    end: int
    label: str
    rule: str  # what proposed it
    reason: str  # what turned it down


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that one report says, with offsets into its text."""

    report: Report
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[ReportEntity, ...]
    posts: tuple[PostHolding, ...] = ()
    claims: tuple[Claim, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    publisher_entity: int | None = None  # the entity that "we" and "the force" stand for


@dataclass(frozen=True, slots=True)
class Identifier:
    value: str
    scheme: str  # local name in oc:, e.g. "policeUkForceId"


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something across all reports: one node of the graph."""

    iri: str
    type: EntityType
    label: str
    alternatives: tuple[str, ...] = ()  # every other surface form, sorted
    subtype: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    exact_matches: tuple[str, ...] = ()  # IRIs: Wikidata, GeoNames
    latitude: float | None = None  # WGS84 degrees
    longitude: float | None = None
    country: str | None = None  # ISO 3166-1 alpha-2, of places
    reason: str = ""  # why its mentions are one: "registry", "name and agency" …
    listed_as: tuple[str, ...] = ()  # IRIs of entries of a user's registries, without the base


@dataclass(frozen=True, slots=True)
class Assessment:
    """Why two are held to be one, or may be: the evidence weighed, to inspect and to refuse.

    `sides` are the IRIs, without the base, that the two have if they are told apart.
    """

    sides: tuple[str, str]
    about: tuple[str, ...]  # IRIs of entities: one if they are the same, else two
    score: float  # 0 to 1
    reasons: tuple[str, ...]
    verdict: Literal["same", "doubtful", "distinct"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who: for each report, the node of each of its entities."""

    entities: Mapping[str, Entity]  # by IRI
    links: Mapping[str, tuple[str, ...]]  # report sha256 -> IRI of each of its entities, in order
    publishers: Mapping[str, str]  # report sha256 -> IRI of its publisher
    unmatched_decisions: tuple[str, ...] = ()  # of decisions.yml, each in words
    assessments: tuple[Assessment, ...] = ()
    near_duplicates: Mapping[str, str] = field(default_factory=dict)  # report -> IRI of the first


class Value(NamedTuple):
    """An RDF literal: at most one of `datatype` and `language`; neither for a plain string."""

    value: str
    datatype: str | None = None
    language: str | None = None


class Quad(NamedTuple):
    """A statement in a named graph; a plain `str` as object is an IRI."""

    subject: str
    predicate: str
    object: str | Value
    graph: str
