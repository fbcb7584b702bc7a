"""One report with its mentions marked in the text and its facts under each sentence.

The marking of mentions is displaCy's; the page around it is self-contained.
"""

from collections.abc import Iterator
from html import escape

from spacy import displacy

from kg.model import Annotation, Rejection
from kg.view.colours import COLOURS, DARK
from kg.view.words import facts_in, say

PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{title}</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 50em; margin: 2em auto; padding: 0 1em }}
.entities {{ line-height: 2 !important }} h1 {{ font-size: 1.4em }}
ul {{ margin: 0 0 1em; padding-left: 1.4em; color: #444; font-size: .9em }}
{dark} {{ color: #fff }}
li.rejected {{ color: #a33 }} code {{ color: #777; font-size: .85em }}
</style>
<h1>{title}</h1><p>{about}</p>
{body}
</html>
"""


def page(annotation: Annotation, *, explain: bool = False) -> str:
    """A self-contained HTML page; with `explain`, what the rules turned down, and why."""
    report = annotation.report
    about = " · ".join(
        str(part) for part in (report.publisher_name, report.issued, report.url) if part
    )
    body = "\n".join(_sentences(annotation, explain=explain))
    dark = ", ".join(f'mark[style*="{COLOURS[type_]}"]' for type_ in sorted(DARK))
    return PAGE.format(
        title=escape(report.title or "Report"), about=escape(about), body=body, dark=dark
    )


def _sentences(annotation: Annotation, *, explain: bool) -> Iterator[str]:
    for ordinal in range(len(annotation.sentences)):
        yield _marked(annotation, ordinal)
        items = [
            f"<li>{escape(say(annotation, fact))} <code>{escape(fact.stated.rule)}</code></li>"
            for fact in facts_in(annotation, ordinal)
        ]
        if explain:
            items += [
                f'<li class="rejected">{escape(why(annotation, rejection))}</li>'
                for rejection in rejections_in(annotation, ordinal)
            ]
        if items:
            yield f"<ul>{''.join(items)}</ul>"


def _marked(annotation: Annotation, ordinal: int) -> str:
    sentence = annotation.sentences[ordinal]
    marks = [
        {
            "start": mention.start - sentence.start,
            "end": mention.end - sentence.start,
            "label": annotation.entities[mention.entity].type,
        }
        for mention in annotation.mentions
        if mention.sentence == ordinal
    ]
    text = annotation.report.text[sentence.start : sentence.end]
    shown = {"text": text, "ents": marks, "title": None}
    html: str = displacy.render(
        shown, style="ent", manual=True, page=False, jupyter=False, options={"colors": COLOURS}
    )
    return html


def rejections_in(annotation: Annotation, sentence: int) -> list[Rejection]:
    bounds = annotation.sentences[sentence]
    return [r for r in annotation.rejections if bounds.start <= r.start < bounds.end]


def why(annotation: Annotation, rejection: Rejection) -> str:
    """A rejected candidate in words: what it was, which rule proposed it, what turned it down."""
    text = annotation.report.text[rejection.start : rejection.end]
    return f"not {rejection.label} “{text}” ({rejection.rule}): {rejection.reason}"
