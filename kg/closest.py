"""The names that are closest to one that nothing has: for the message that says so."""

from collections.abc import Iterable

_SHOWN = 3
_CLOSE = 60  # of 100, rapidfuzz's weighed ratio
_PART = 0.6  # of a name's length: a shorter one is a piece of it, not another spelling


def closest(name: str, known: Iterable[str]) -> list[str]:
    """The names that are spelled nearly so, closest first; none where none is near."""
    from rapidfuzz import process, utils  # noqa: PLC0415  only for a message

    long_enough = sorted({other for other in known if len(other) >= _PART * len(name)})
    found = process.extract(
        name, long_enough, limit=_SHOWN, score_cutoff=_CLOSE, processor=utils.default_process
    )
    return [other for other, *_ in found]
