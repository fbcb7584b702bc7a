"""Unite what a report says of one post in several places: one fact a title and body."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.annotate.draft import Draft
from kg.annotate.people.offices import post_heads
from kg.annotate.posts.stating import StatedPost
from kg.model import PostHolding, Stated


def shared(posts: list[StatedPost]) -> list[StatedPost]:
    """Posts stated side by side: a rank that names no body is with the body of the post in words.

    "Chief Inspector Anna Berg, Head of the Roads Unit" is with that unit in both. A post in words
    shares a rank's body unless its own words say what it is for: "commissioner for Avon".
    """
    agency = next((post.agency for post in posts if post.agency is not None), None)
    return [replace(p, agency=agency) if p.agency is None and p.open else p for p in posts]


def once(draft: Draft, posts: Iterable[StatedPost]) -> Iterator[PostHolding]:
    """The posts of each official, without those that say less than another."""
    by_official: dict[int, list[StatedPost]] = {}
    for post in posts:
        by_official.setdefault(post.official, []).append(post)
    for stated in by_official.values():
        telling = [post for post in stated if not _is_general(draft, post)]
        telling = telling or [post for post in stated if post.rank is not None][:1]
        for index, post in enumerate(telling):
            others = telling[:index] + telling[index + 1 :]
            earlier = telling[:index]
            if not any(_says_more(draft, other, post, earlier) for other in others):
                yield _fact(draft, post)


def _is_general(draft: Draft, post: StatedPost) -> bool:
    title = post.title(draft).casefold()
    return title in post_heads("general") or (title.startswith("member of") and post.agency is None)


def _says_more(
    draft: Draft, other: StatedPost, post: StatedPost, earlier: list[StatedPost]
) -> bool:
    """Whether `other` makes `post` needless: the same post, with a body or a longer title."""
    if not _same(draft, other, post):
        return False
    if post.agency not in (None, other.agency):
        return False
    if other.agency is not None and post.agency is None:
        return True
    more = len(other.title(draft)) - len(post.title(draft))
    return more > 0 or (more == 0 and other in earlier)


def _same(draft: Draft, other: StatedPost, post: StatedPost) -> bool:
    if other.rank is not None and other.rank == post.rank:
        return True
    longer, shorter = (set(p.title(draft).casefold().split()) for p in (other, post))
    return shorter <= longer


def _fact(draft: Draft, post: StatedPost) -> PostHolding:
    stated = Stated(draft.sentences_of(post.start, post.end), post.start, post.end, post.rule, 0.9)
    return PostHolding(stated, post.official, post.title(draft), post.agency, post.rank)
