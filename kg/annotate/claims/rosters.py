"""Lists of those who took part, under a line that says so: "Participating authorities:"."""

import re
from collections.abc import Iterator

from kg.annotate.draft import Draft
from kg.model import Mention

HEAD = re.compile(
    r"\b(?:following|participating|involved|partner|US|U\.S\.)\b[^.\n]{0,60}?"
    r"\b(?:authorities|agencies|partners|countries|forces|services|bodies|police)\b[^.\n]{0,70}"
    r"|\b(?:authorities|agencies|partners|countries|forces|services|bodies)\b[^.\n]{0,40}"
    r"\b(?:involved|participat(?:ed|ing)|took part)\b[^.\n]{0,60}",
    re.IGNORECASE,
)
# "- Anyland: National Police (Polis)", "- FBI", "Anyland – National Police".
ITEM = re.compile(r"[-*•–\s]*(?:[A-Z][\w ]{2,30}(?: \([^)\n]*\))? ?[:–-] )?")
LONGEST_HEAD, LONGEST_ITEM = 160, 400
VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|said|will|led|made|arrested|seized)\b")


def listed(draft: Draft) -> Iterator[Mention]:
    """The bodies named in the items under such a line."""
    below = False
    for ordinal, sentence in enumerate(draft.sentences):
        if _is_head(draft, ordinal):
            below = True
        elif below and _is_item(draft, ordinal):
            yield from draft.mentions_in(sentence.start, sentence.end, "Agency")
        else:
            below = False


def _is_head(draft: Draft, ordinal: int) -> bool:
    """Whether a line introduces a list: it ends in a colon, or an item follows it at once."""
    sentence = draft.sentences[ordinal]
    wording = draft.surface(sentence).strip(" #*")
    if len(wording) > LONGEST_HEAD or not HEAD.search(wording):
        return False
    return wording.endswith(":") or not wording.endswith((".", "”", '"'))


def _is_item(draft: Draft, ordinal: int) -> bool:
    """Whether a line names bodies and tells nothing of them."""
    sentence = draft.sentences[ordinal]
    if sentence.end - sentence.start > LONGEST_ITEM:
        return False
    mentions = draft.mentions_in(sentence.start, sentence.end, "Agency", "Place", "Organisation")
    opening = ITEM.match(draft.text, sentence.start, sentence.end)
    start = opening.end() if opening else sentence.start
    leads = bool(mentions) and mentions[0].start <= start + len("the ")
    return leads and not VERB.search(draft.text, sentence.start, sentence.end)
