"""Criminal groups with a name: mafias, gangs, cartels, drug lines ("the Max line")."""

import re

from spacy.tokens import Doc

from kg.annotate.agencies.patterns import team_words
from kg.annotate.draft import Candidate, Draft
from kg.annotate.naming import lexicon, stop_words

LISTED = 89
PATTERN = 79
OPEN, CLOSE = r"[\"'“‘]", r"[\"'”’]"
GROUP = re.compile(
    r"(?<![\w-])(?P<name>(?:[A-Z][\w'’-]*[\w]|[A-Z])(?: (?:and |& )?[A-Z][\w'’-]*){0,2})"
    r" (?:(?:crime )?(?:gang|cartel|mafia|clan|OCG|crew|crime family|crime group)"
    r"|(?:transnational )?(?:organi[sz]ed )?(?:crime|criminal) (?:group|gang|network|organi[sz]ation|enterprise)"
    r"|organi[sz]ation|drug trafficking organi[sz]ation|Cartel|Mafia|Clan|Crew|Gang|DTO|MC|Motorcycle Club"
    r"|Organi[sz]ed Crime Group|Crime Family|Boys)\b"
)
LINE = re.compile(
    rf"{OPEN}(?P<quoted>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?){CLOSE}(?P<words>(?: (?:county|drugs?|deal(?:er|ing)?|phone|mobile|drug dealing|county drugs?))*) (?:line|network|gang|group)\b"
    r"|(?<![\w-])(?P<name>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?)(?: (?:county|drugs?|deal(?:er|ing)|phone|mobile))* line\b"
)
NICKNAME = re.compile(
    rf"\b(?:line|lines|network|gang|group|OCG|crew|organi[sz]ation)s?,? (?:was |were |is )?(?:also )?"
    rf"(?:known as|called|named|branded|dubbed|operating as|nicknamed|under the name(?: of)?|referred to as)"
    rf"(?: the)? {OPEN}?(?P<name>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){{0,2}})"
)
TRADE = re.compile(
    r"\b(?:drugs?|county lines?|dealers?|dealing|heroin|cocaine|suppl\w+)\b", re.IGNORECASE
)


def find(draft: Draft, doc: Doc) -> None:
    places = {ent.text for ent in doc.ents if ent.label_ in ("GPE", "LOC", "NORP", "DATE")}
    for hit in lexicon("groups").find(draft.text):
        draft.candidates.append(
            Candidate(
                hit.start,
                hit.end,
                "CriminalGroup",
                f"groups.{hit.row.kind}",
                weight=LISTED,
                key=f"group:{hit.row.id}",
            )
        )
    for rule, start, end in [*_gangs(draft.text), *_lines(draft), *_nicknames(draft.text)]:
        if _is_name(draft.text[start:end], places):
            draft.candidates.append(Candidate(start, end, "CriminalGroup", rule, weight=PATTERN))


def _gangs(text: str) -> list[tuple[str, int, int]]:
    return [("groups.gang", m.start("name"), m.end()) for m in GROUP.finditer(text)]


def _lines(draft: Draft) -> list[tuple[str, int, int]]:
    found = []
    for match in LINE.finditer(draft.text):
        sentence = draft.surface(draft.sentences[draft.sentence_at(match.start())])
        if not TRADE.search(sentence):
            continue
        if match["quoted"]:
            found.append(("groups.line", match.start("quoted"), match.end("quoted")))
        else:
            found.append(("groups.line", match.start("name"), match.end()))
    return found


def _nicknames(text: str) -> list[tuple[str, int, int]]:
    return [("groups.nickname", m.start("name"), m.end("name")) for m in NICKNAME.finditer(text)]


def _is_name(surface: str, places: set[str]) -> bool:
    """Whether the capitals before the head name a group, and are no place, people or adjective."""
    name = re.split(r" (?:[a-z]|OCG|MC)", surface)[0]
    words = name.split()
    low = words[0].lower()
    if name in places or words[0] in places or words[0].endswith("-based"):
        return False
    return not (
        low in stop_words("gang")
        or low in stop_words("line")
        or low in team_words("opener")
        or low in team_words("generic")
        or low in team_words("function")
    )
