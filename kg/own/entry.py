"""One entry of a user's registry: a body or a person with an id, as the file lists it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import quote

from kg.registry import AgencyType

EntryType = Literal["Agency", "Organisation", "CriminalGroup", "Person", "LegalEntity"]
Days = tuple[date, date]  # no earlier than, no later than
TYPES: tuple[str, ...] = (*get_args(AgencyType), "CriminalGroup", "Organisation", "Person")


def registry_name(path: Path) -> str:
    """What a registry is called: its file's name without suffixes.

    >>> registry_name(Path("lists/watch.ftm.json"))
    'watch'
    """
    return path.name.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Entry:
    """A body or a person of a registry.

    A `LegalEntity` of a list may be either, so that it is treated as a person.
    """

    registry: str  # see `registry_name`
    id: str  # as the registry has it
    type: EntryType
    name: str
    where: str  # file:line
    subtype: str | None = None  # of an agency
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()  # other names that many bear
    same_as: tuple[str, ...] = ()  # IRIs
    born: Days | None = None

    @property
    def path(self) -> str:
        """The path of its IRI: unlike a slug it keeps ids apart that differ in a mark.

        >>> Entry("watch list", "A/7", "Person", "Jane Doe", "").path
        'registry/watch%20list/A%2F7'
        """
        return f"registry/{quote(self.registry, safe='')}/{quote(self.id, safe='')}"
