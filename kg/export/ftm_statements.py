"""FollowTheMoney statements as CSV: one line a value, with the rule and the sentence behind it."""

import csv
import hashlib
import io
from typing import IO

from kg.export.ftm import DATASET, entities
from kg.store import Store

_COLUMNS = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin",
    "lang", "original_value", "external", "first_seen", "last_seen", "id",
)  # fmt: skip
_TYPES = {  # of the properties that we use; all others are strings
    **dict.fromkeys(("alias", "name"), "name"),
    **dict.fromkeys(("description", "notes", "summary"), "text"),
    **dict.fromkeys(("date", "endDate", "publishedAt", "startDate"), "date"),
    **dict.fromkeys(("amount", "latitude", "longitude"), "number"),
    **dict.fromkeys(("full", "location"), "address"),
    **dict.fromkeys(
        (
            *("case", "document", "employee", "employer", "entity", "involved", "member"),
            *("object", "organization", "organizer", "participant", "party", "project"),
            *("proof", "resolved", "subject"),
        ),
        "entity",
    ),
    "country": "country",
    "sourceUrl": "url",
    "topics": "topic",
}


def write(store: Store, file: IO[bytes]) -> None:
    """Write each statement once, entity by entity."""
    out = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(out, dialect=csv.unix_dialect)
    writer.writerow(_COLUMNS)
    for entity in entities(store):
        for one in dict.fromkeys(entity.stated):
            type_ = _TYPES.get(one.prop, "string")
            key = hashlib.sha1(
                f"{DATASET}.{entity.id}.{one.prop}.{one.value}".encode(), usedforsecurity=False
            )
            about = (entity.id, entity.id, one.prop, type_, entity.schema, one.value, DATASET)
            rest = (one.origin, None, one.original, "f", None, None, key.hexdigest())
            writer.writerow((*about, *rest))
    out.detach()
