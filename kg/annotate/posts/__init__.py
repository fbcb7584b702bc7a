"""Who holds which post, in which body: each title of an official once, as written."""

from spacy.tokens import Doc

from kg.annotate.draft import Draft
from kg.annotate.posts import offices, ranks, united, untitled
from kg.annotate.posts.stating import StatedPost


def find(draft: Draft, doc: Doc) -> None:
    """Add a post for each title that the report gives an official."""
    stated: list[StatedPost] = []
    for mention in draft.mentions:
        if draft.entities[mention.entity].type != "Official":
            continue
        by_rank = list(ranks.find(draft, mention))
        start = min((post.start for post in by_rank), default=mention.start)
        here = united.shared([*by_rank, *offices.find(draft, mention, start)])
        stated += here
        if not here:
            draft.claims += untitled.find(draft, mention)
    draft.posts += united.once(draft, stated)
