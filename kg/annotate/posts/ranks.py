"""Posts by a rank or title before a name: "EMSOU DCI Anna Berg", "DS Lee Ito, from the NCA"."""

from bisect import bisect_left
from collections.abc import Iterator

from kg.annotate.draft import Draft
from kg.annotate.people.page import TITLE_GAP, ends_a_sentence
from kg.annotate.people.rules import person_words
from kg.annotate.people.titled import LISTED
from kg.annotate.people.titles import Title, titled_words
from kg.annotate.posts import bodies
from kg.annotate.posts.stating import StatedPost
from kg.annotate.wording import Word
from kg.model import Mention

JUDGES = frozenset(["judge", "his-honour-judge", "recorder", "district-judge", "magistrate"])
REACH = 200


def find(draft: Draft, mention: Mention) -> Iterator[StatedPost]:
    words, titles = titled_words(draft.text)
    chain = _before(draft.text, words, titles, mention.start) or _of_the_list(
        draft, words, titles, mention
    )
    if not chain:
        return
    spans = [(words[title.first].start, words[title.last].end) for title in chain]
    owner = bodies.overlapping(draft, *spans[0])
    agency = owner.entity if owner else bodies.before(draft, spans[0][0])
    unit = bodies.unit_after(draft, mention.end)
    if unit is not None:
        agency = unit
    if agency is None:
        agency = bodies.after(draft, mention.end)
    if agency is None and chain[-1].plural:
        agency = _after_the_list(draft, mention)
    if agency is None and chain[-1].rank in JUDGES:
        agency = bodies.court(draft, mention.start)
    for title, (start, end) in zip(chain, spans, strict=True):
        opening = owner.end + 1 if owner is not None and start < owner.end < end else start
        yield StatedPost(mention.entity, opening, end, agency, title.rank, "posts.rank")


def _after_the_list(draft: Draft, mention: Mention) -> int | None:
    """The body named after a list of officials: "DCs Anna Berg and Lee Ito, of the NCA"."""
    last = mention
    for following in draft.mentions_in(mention.end, mention.end + REACH):
        if draft.entities[following.entity].type != "Official":
            break
        if not LISTED.fullmatch(draft.text, last.end, following.start):
            break
        last = following
    return bodies.after(draft, last.end) if last is not mention else None


def _before(text: str, words: list[Word], titles: dict[int, Title], start: int) -> list[Title]:
    """The titles that lead up to `start` without a break, in order."""
    chain: list[Title] = []
    last = _word_before(words, start)
    following = start
    while last >= 0:
        word = words[last]
        if not TITLE_GAP.fullmatch(text, word.end, following) or ends_a_sentence(text, word):
            break
        if last in titles:
            chain.insert(0, titles[last])
            following, last = words[titles[last].first].start, titles[last].first - 1
        elif not chain and (word.text.lower() in person_words("honorific") or word.text.isdigit()):
            following, last = word.start, last - 1
        else:
            break
    return chain


def _of_the_list(
    draft: Draft, words: list[Word], titles: dict[int, Title], mention: Mention
) -> list[Title]:
    """The title before the first name of a list: "PCs Anna Berg, Kofi Mensah and Lee Ito"."""
    start = mention.start
    for before in reversed(draft.mentions_in(max(0, start - REACH), start)):
        if draft.entities[before.entity].type != "Official":
            return []
        if not LISTED.fullmatch(draft.text, before.end, start):
            return []
        chain = _before(draft.text, words, titles, before.start)
        if chain:
            return chain if chain[-1].plural else []
        start = before.start
    return []


def _word_before(words: list[Word], start: int) -> int:
    return bisect_left(words, start, key=lambda w: w.start) - 1
