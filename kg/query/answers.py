"""Ask a new store all that can be asked without a parameter, and keep what it answers beside it."""

from pathlib import Path

from kg.query.kept import Answer, packed, write_answers
from kg.query.library import SavedQuery, saved_queries
from kg.query.run import run
from kg.store import Store


def keep_answers(folder: Path) -> None:
    """Keep the answers of the store in that folder, for `kg.query.run` to read a page at a time."""
    with Store.open(folder) as store:
        write_answers(folder, store.identity, (_answer(store, saved) for saved in asked()))


def asked() -> list[SavedQuery]:
    """The saved queries that require nothing."""
    return [one for one in saved_queries() if not any(p.required for p in one.parameters)]


def _answer(store: Store, saved: SavedQuery) -> Answer:
    return packed(saved.text, run(store, saved.name))
