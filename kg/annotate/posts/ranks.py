"""Posts by a rank or title right before a name: "EMSOU DCI Anna Berg", "DS Lee Ito, from the NCA"."""

from collections.abc import Iterator
from itertools import pairwise

from kg.annotate.draft import Draft
from kg.annotate.people.page import TITLE_GAP
from kg.annotate.people.rules import person_words
from kg.annotate.people.titles import Title, titled_words
from kg.annotate.posts import bodies
from kg.annotate.posts.stating import StatedPost
from kg.annotate.wording import Word
from kg.model import Mention

INVESTIGATES = frozenset(["officer"])  # "Investigating Officer PC Ito": what he did, not his post


def find(draft: Draft, mention: Mention) -> Iterator[StatedPost]:
    words, titles = titled_words(draft.text)
    chain = _before(draft.text, words, titles, mention.start)
    for index, title in enumerate(chain):
        if index < len(chain) - 1 and title.rank in INVESTIGATES:
            continue
        start, end = words[title.first].start, words[title.last].end
        yield StatedPost(mention.entity, start, end, _body(draft, chain, words, mention), title.rank, "posts.rank")


def _body(draft: Draft, chain: list[Title], words: list[Word], mention: Mention) -> int | None:
    agency = bodies.before(draft, words[chain[0].first].start)
    return agency if agency is not None else bodies.after(draft, mention.end)


def _before(text: str, words: list[Word], titles: dict[int, Title], start: int) -> list[Title]:
    """The titles that lead up to `start` without a break, in order."""
    chain: list[Title] = []
    last = _word_before(words, start)
    following = start
    while last >= 0:
        word = words[last]
        if not TITLE_GAP.fullmatch(text, word.end, following):
            break
        if last in titles:
            chain.insert(0, titles[last])
            following, last = words[titles[last].first].start, titles[last].first - 1
        elif not chain and (word.text.lower() in person_words("honorific") or word.text.isdigit()):
            following, last = word.start, last - 1
        else:
            break
    return chain


def _word_before(words: list[Word], start: int) -> int:
    from bisect import bisect_left

    return bisect_left(words, start, key=lambda w: w.start) - 1
