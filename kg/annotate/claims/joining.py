"""Which bodies of a sentence are said to have done the work, or to have done it with others."""

import re
from collections.abc import Iterator

from kg.annotate.draft import Draft
from kg.model import Mention

BEFORE = re.compile(
    r"\b(?:led|supported|assisted|joined|helped|backed|carried out|conducted|executed|launched|run"
    r"|organi[sz]ed|co-?ordinated|investigated|set up|undertaken|initiated|mounted)"
    r" (?:\w+ )?(?:by|with)\b[^.;:]{0,60}\Z"
    r"|\b(?:alongside|(?:together|jointly|conjunction|work(?:ed|ing)? (?:\w+ ){0,2}) ?with"
    r"|partner(?:s|ship|ed|ing)?(?: agencies)?,?(?: such as|,? including| with| from| of)"
    r"|(?:collaborat\w+|co-?operat\w+) (?:with|between)|(?:support|assistance|help) (?:of|from|by)"
    r"|involv(?:ed|ing)|thank\w*|grateful to)\b[^.;:]{0,60}\Z"
    r"|\b(?:officers|detectives|investigators|agents|colleagues|teams?|police) (?:from|of|at|in)\b"
    r"[^.;:]{0,30}\Z",
    re.IGNORECASE,
)
# What a unit consists of did not all take part: "is made up of officers from Kent Police and …".
MADE_UP = re.compile(r"\b(?:(?:is|are) (?:made up|composed) of|compris\w+|consists? of)\b[^.;:]*\Z")
AFTER = re.compile(
    r"(?:['’]s [\w -]{0,30}?)?,?(?: [\w-]+){0,6}? (?:led|lead|leading|launched|carried out|executed"
    r"|conducted|co-?ordinated|worked|working|supported|assisted|joined|took part|ran|began|started"
    r"|initiated|set up|investigated|arrested|seized|raided|searched)\b",
    re.IGNORECASE,
)
LIST = re.compile(
    r"(?: \([^()]*\))?(?:,? and |, | & |,? as well as )(?:the |officers from |from |with )*"
)


def joined(draft: Draft, bodies: list[Mention]) -> Iterator[Mention]:
    """Those of the bodies of one sentence that a cue beside them, or a list, says took part."""
    last: int | None = None
    for body in bodies:
        sentence = draft.sentences[body.sentence]
        if MADE_UP.search(draft.text, sentence.start, body.start):
            continue
        if (
            (last is not None and LIST.fullmatch(draft.text, last, body.start))
            or BEFORE.search(draft.text, sentence.start, body.start)
            or AFTER.match(draft.text, body.end, sentence.end)
        ):
            last = body.end
            yield body
