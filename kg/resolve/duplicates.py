"""Reports that say nearly the same: one release published twice, or lightly edited.

MinHash signatures of runs of words are kept, never texts; candidates come from bands of equal
hashes, so that the time grows with the number of reports, not with its square. The method is that
of A. Broder, "On the resemblance and containment of documents" (1997).
"""

import re

from rensa import RMinHash, RMinHashLSH

from kg.model import Report
from kg.resolve.union import Union

ALIKE = 0.8  # estimated share of runs of words that two reports have in common
_PERMUTATIONS = 128
_BANDS = 32
_RUN = 4  # words
_FEWEST = 40  # words of a report that is worth comparing
_SEED = 1997
_WORD = re.compile(r"\w+")


class Signatures:
    """The signatures of reports, and when each was issued."""

    def __init__(self) -> None:
        self._signatures: dict[str, RMinHash] = {}
        self._order: dict[str, tuple[str, str]] = {}  # issued, SHA-256; undated ones last

    def add(self, report: Report) -> None:
        words = _WORD.findall(report.text[report.body_start :].casefold())
        if len(words) < _FEWEST:
            return
        signature = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        signature.update([" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)])
        self._signatures[report.sha256] = signature
        issued = "9999" if report.issued is None else report.issued.isoformat()
        self._order[report.sha256] = issued, report.sha256

    def firsts(self) -> dict[str, str]:
        """Each report that nearly repeats an earlier one, and the first of its kind."""
        hashes = sorted(self._signatures)
        index = RMinHashLSH(threshold=ALIKE, num_perm=_PERMUTATIONS, num_bands=_BANDS)
        union = Union()
        for number, sha256 in enumerate(hashes):
            signature = self._signatures[sha256]
            for other in sorted(set(index.query(signature))):
                if signature.jaccard(self._signatures[hashes[other]]) >= ALIKE:
                    union.join([sha256, hashes[other]])
            index.insert(number, signature)
        return self._firsts(union, hashes)

    def _firsts(self, union: Union, hashes: list[str]) -> dict[str, str]:
        alike: dict[str, list[str]] = {}
        for sha256 in hashes:
            alike.setdefault(union.name(sha256), []).append(sha256)
        found = {}
        for group in alike.values():
            first = min(group, key=self._order.__getitem__)
            found.update({sha256: first for sha256 in group if sha256 != first})
        return dict(sorted(found.items()))
