"""A page that is whole in itself: what it needs is in it, and nothing leaves it or comes to it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

from kg.appearing import appearing

ASSETS = Path(__file__).parent / "assets"
# The browser itself refuses whatever the page would fetch or send.
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; "
    "img-src data: blob:; font-src data:"
)
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
{styles}
</head>
<body>
{body}
<script type="application/json" id="data">{data}</script>
{scripts}
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class View:
    """A picture as a page: shown in a notebook, or saved to be opened in a browser.

    In a notebook it stands in a frame of its own, `height` pixels high.
    """

    title: str
    html: str
    height: int = 640

    def save(self, path: str | Path) -> Path:
        """Write the page to one HTML file, which needs no network; returns its path."""
        with appearing(Path(path)) as file:
            file.write(self.html.encode())
        return Path(path)

    def _repr_html_(self) -> str:
        return framed(self.html, title=self.title, height=self.height)

    def __repr__(self) -> str:
        return f"<kg view {self.title!r}: {len(self.html) / 2**20:.1f} MB of HTML>"


def framed(html: str, *, title: str, height: int) -> str:
    """A page in a frame of its own, `height` pixels high, to stand in a notebook."""
    return (
        f'<iframe srcdoc="{escape(html)}" title="{escape(title)}" '
        f'style="width:100%;height:{height}px;border:1px solid #ddd"></iframe>'
    )


def page(
    title: str, body: str, *, data: object, scripts: Sequence[str], styles: Sequence[str]
) -> str:
    """A page of `body` with assets inlined by file name; scripts read `data` as JSON."""
    return PAGE.format(
        policy=escape(POLICY),
        title=escape(title),
        body=body,
        data=_embedded(data),
        styles="\n".join(f"<style>{asset(name)}</style>" for name in styles),
        scripts="\n".join(f"<script>{_in_script(asset(name))}</script>" for name in scripts),
    )


@cache
def asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


def _embedded(data: object) -> str:
    """JSON that cannot close the element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def _in_script(code: str) -> str:
    return code.replace("</script", "<\\/script")
