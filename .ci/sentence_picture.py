"""Print docs/images/sentence-to-graph.svg: a sentence of an example report and its facts.

The facts are those that the rules find in the sentence; only where they stand is decided here.
"""

from html import escape
from pathlib import Path

from kg.annotate.nlp import annotate, make_nlp
from kg.model import Annotation, Claim, Mention, Outcome
from kg.read import read_file

REPORT = Path(__file__).parents[1] / "examples/reports/northmoor/2020-09-10-regional-unit.md"
OPENING = "Pieter van Dalsum, 52"
WIDTH, HEIGHT = 1040, 420
LEFT, LETTER = 50, 9.63  # of the sentence, in pixels
COLOURS = {"Person": "#0072b2", "Place": "#009e73", "Outcome": "#d55e00"}
WORDS = {"livesIn": "lives in", "within": "is in"}
STYLE = """
text { font-family: 'DejaVu Sans', Verdana, Helvetica, Arial, sans-serif; fill: #222 }
.sentence { font-family: 'DejaVu Sans Mono', Menlo, Consolas, monospace; font-size: 16px }
.node { font-size: 15px; font-weight: bold; fill: #fff; text-anchor: middle }
.kind { font-size: 12px; fill: #fff; text-anchor: middle; opacity: .85 }
.edge { font-size: 13px; fill: #444; text-anchor: middle }
.small { font-size: 13px; fill: #555 }
.line { stroke: #777; stroke-width: 1.6; fill: none }
.thread { stroke-width: 1.4; stroke-dasharray: 3 4; fill: none }
"""


def picture(annotation: Annotation) -> str:
    """The SVG of the sentence that opens with `OPENING`, its mentions and facts."""
    text = annotation.report.text
    index = next(
        number
        for number, one in enumerate(annotation.sentences)
        if text.startswith(OPENING, one.start)
    )
    sentence = annotation.sentences[index]
    mentions = [one for one in annotation.mentions if one.sentence == index]
    claims = [one for one in annotation.claims if index in one.stated.sentences]
    [outcome] = [one for one in annotation.outcomes if index in one.stated.sentences]
    middle = {m.entity: LEFT + ((m.start + m.end) / 2 - sentence.start) * LETTER for m in mentions}
    middle = _apart(middle)
    parts = [
        _sentence(text[sentence.start : sentence.end]),
        *(_mention(annotation, m, sentence.start, middle[m.entity]) for m in mentions),
        *(_claim(claim, middle) for claim in claims),
        *(_entity(annotation, entity, x) for entity, x in middle.items()),
        _outcome(annotation, outcome, middle),
        _source(annotation, index),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">\n'
        f"<title>{escape(text[sentence.start : sentence.end])}</title>\n<style>{STYLE}</style>\n"
        f'<rect width="{WIDTH}" height="{HEIGHT}" rx="12" fill="#fbfaf7"/>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def _apart(middle: dict[int, float]) -> dict[int, float]:
    """The places of the nodes, at least so far apart that an edge's label fits between them."""
    placed: dict[int, float] = {}
    last = 0.0
    for entity, x in middle.items():
        last = placed[entity] = max(x, last + 310)
    shift = min(placed.values()) - 150
    return {entity: x - shift for entity, x in placed.items()}


def _sentence(words: str) -> str:
    return (
        f'<text class="sentence" x="{LEFT}" y="62" textLength="{len(words) * LETTER:.0f}" '
        f'lengthAdjust="spacingAndGlyphs">{escape(words)}</text>'
    )


def _mention(annotation: Annotation, mention: Mention, start: int, x: float) -> str:
    colour = COLOURS[annotation.entities[mention.entity].type]
    left = LEFT + (mention.start - start) * LETTER
    width = (mention.end - mention.start) * LETTER
    return (
        f'<rect x="{left - 3:.0f}" y="42" width="{width + 6:.0f}" height="29" rx="5" '
        f'fill="{colour}" fill-opacity=".15" stroke="{colour}"/>'
        f'<path class="thread" stroke="{colour}" d="M{left + width / 2:.0f} 72 '
        f'C{left + width / 2:.0f} 110 {x:.0f} 110 {x:.0f} 146"/>'
    )


def _entity(annotation: Annotation, entity: int, x: float) -> str:
    one = annotation.entities[entity]
    kind = one.type if one.age is None else f"{one.type}, {one.age}"
    return _node(x, 172, one.name, kind, COLOURS[one.type])


def _node(x: float, y: int, name: str, kind: str, colour: str) -> str:
    width = max(len(name) * 10 + 36, 120)
    return (
        f'<rect x="{x - width / 2:.0f}" y="{y - 27}" width="{width}" height="54" rx="27" '
        f'fill="{colour}"/><text class="node" x="{x:.0f}" y="{y - 1}">{escape(name)}</text>'
        f'<text class="kind" x="{x:.0f}" y="{y + 16}">{kind}</text>'
    )


def _claim(claim: Claim, middle: dict[int, float]) -> str:
    start, end = middle[claim.subject], middle[claim.object]
    between = (start + end) / 2 + 12
    return (
        f'<path class="line" d="M{start:.0f} 172 H{end:.0f}"/>'
        f'<text class="edge" x="{between:.0f}" y="164">{WORDS[claim.predicate]}</text>'
    )


def _outcome(annotation: Annotation, outcome: Outcome, middle: dict[int, float]) -> str:
    [person] = outcome.concerns
    x = middle[person]
    said = f"for {outcome.offence_wording}, as of {annotation.report.issued}"
    return (
        f'<path class="line" d="M{x:.0f} 280 V199"/>'
        f'<text class="edge" x="{x + 42:.0f}" y="245">concerns</text>'
        + _node(x, 305, outcome.kind, "Outcome", COLOURS["Outcome"])
        + f'<text class="small" x="{x + 75:.0f}" y="310">{escape(said)}</text>'
    )


def _source(annotation: Annotation, index: int) -> str:
    report = annotation.report
    return (
        f'<text class="small" x="{LEFT}" y="372">Every fact is stated in sentence {index + 1} of '
        f"“{escape(report.title)}”</text>"
        f'<text class="small" x="{LEFT}" y="393">{escape(report.publisher_name or "")}, '
        f"{report.issued}, an example report</text>"
    )


if __name__ == "__main__":
    print(picture(next(iter(annotate([read_file(REPORT)], make_nlp())))), end="")
