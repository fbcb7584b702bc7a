"""Take the marks of Markdown off a text: what is left is what a reader of the page sees."""

import re

IMAGE = re.compile(r"!\[[^\]]*\](?:\([^)\n]*\)|\[[^\]]*\])")
LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\((?:[^()\n]|\([^()\n]*\))*\)")
WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]*<?(?:https?://|/)\S.*$", re.MULTILINE)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
BREAK = re.compile(
    r"<(?:br|/?(?:p|div|li|ul|ol|tr|table|blockquote|h[1-6]))\b[^<>\n]*>", re.IGNORECASE
)
TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>|<https?://[^<>\s]+>")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~<])")

# html2text sets emphasis apart: `in **Anytown** ,` and `said: _"_ Being told`.
EMPHASIS = re.compile(r"[*_]+(?: +(?=[,.;:!?)](?:\s|$)|['’]s\b))?")
EMPHASISED_OPENING = re.compile(r"[*_]+([\"“‘(])[*_]+ +")
APART = re.compile(r" +([,;])(?= )")

HEADING = re.compile(r"#{1,6}(?:\s+|$)")
QUOTED = re.compile(r"(?:>\s*)+")
ITEM = re.compile(r"[*+•●▪◦·‣■□➢✓✔»–—-]\s+|[•●▪◦‣■➢](?=\w)|o\s+(?=[A-Z\d])|\(?\d{1,2}[.)]\s+(?=\D)")
TABLE_RULE = re.compile(
    r"^[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?)?[ \t]*\n?", re.MULTILINE
)
RULE = re.compile(r"(?:[*_=~-]\s*)+|```.*|~~~.*")
MARKS = frozenset("#>*+•●▪◦·‣■□➢✓✔»–—-o0123456789(|_=~`:")


def unmarked(text: str) -> str:
    r"""The text without marks; list items open with "- " and headings are paragraphs.

    >>> unmarked("## Raids in **Anytown** , again\n * one [link](https://example.org)")
    '\nRaids in Anytown, again\n\n- one link'
    """
    text = TABLE_RULE.sub("", text) if "-|" in text or "- |" in text else text
    text = _without_links(text)
    text = _without_tags(text)
    text = _without_emphasis(text)
    if "\\" in text:
        text = ESCAPE.sub(r"\1", text)
    return "\n".join(_unmarked_line(line) for line in text.split("\n"))


def _without_links(text: str) -> str:
    if "](" in text or "][" in text:
        text = LINK.sub(r"\1", IMAGE.sub("", text))
    if "[[" in text:
        text = WIKI_LINK.sub(r"\1", text)
    return DEFINITION.sub("", text) if "]:" in text else text


def _without_tags(text: str) -> str:
    if "<" not in text:
        return text
    return TAG.sub("", BREAK.sub("\n", COMMENT.sub("", text)))


def _without_emphasis(text: str) -> str:
    if "*" not in text and "_" not in text:
        return text
    text = EMPHASISED_OPENING.sub(r"\1", text)
    return APART.sub(r"\1", EMPHASIS.sub(_emphasis, text))


def _emphasis(match: re.Match[str]) -> str:
    """Nothing, or the marks themselves where they are part of a word, a bullet or an escape."""
    text, start, end = match.string, match.start(), match.end()
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    marks = match[0]
    inside_word = before.isalnum() and after.isalnum()
    in_address = "_" in marks and (before in "/@" or after in "/@")
    bullet = marks == "*" and before in " \n" and after in " \n"
    return marks if inside_word or in_address or bullet or before == "\\" else ""


def _unmarked_line(line: str) -> str:
    line = line.strip()
    if not line or line[0] not in MARKS:
        return line
    item = heading = False
    while line:
        if RULE.fullmatch(line):
            return ""
        if match := HEADING.match(line):
            heading = True
        elif match := QUOTED.match(line):
            pass
        elif match := ITEM.match(line):
            item = True
        else:
            break
        line = line[match.end() :]
    if line.startswith("|"):
        line = " | ".join(cell.strip() for cell in line.strip("|").split("|"))
    if item and line:
        return f"- {line}"
    return f"\n{line.rstrip('#').rstrip()}\n" if heading else line
