"""Pages to read, written to disk as the formats have them."""

from kg.model import Report
from kg.read.page import Markup, Page
from kg.read.report import report_of

BODY = """Officers in Anytown have seized two kilos of cocaine and £4,000 in cash.

Detective Sergeant Ana Sample said: "We will go on."
"""
TEXT = (
    "Two kilos of cocaine seized | Anyshire Police\n\n"
    "Officers in Anytown have seized two kilos of cocaine and £4,000 in cash.\n\n"
    'Detective Sergeant Ana Sample said: "We will go on."'
)
FENCED = f"""```yaml
area: Kent
publish:
  date: 14:23 16/02/2021
title: Two kilos of cocaine seized | Anyshire Police
url: https://www.anyshire.example/news/two-kilos
```

{BODY}"""
FRONT_MATTER = f"""---
title: "Two kilos of cocaine seized | Anyshire Police"
publish_date: 2021-02-16
final_url: https://www.anyshire.example/news/two-kilos
---

{BODY}"""
HTML = """<!doctype html>
<html lang="en">
<head>
<title>Two kilos of cocaine seized | Anyshire Police</title>
<meta property="og:site_name" content="Anyshire Police">
<meta property="article:published_time" content="2021-02-16T14:23:00+00:00">
<link rel="canonical" href="https://www.anyshire.example/news/two-kilos">
</head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main><article>
<h1>Two kilos of cocaine seized</h1>
<p>Officers in Anytown have seized two kilos of cocaine and £4,000 in cash.</p>
<p>Detective Sergeant Ana Sample said: "We will go on."</p>
</article></main>
<footer><p>Cookies</p></footer>
</body>
</html>
"""


def read_page(body: str, *, markup: Markup = "markdown", **metadata: str) -> Report:
    """The report of a page; `publish_date=` becomes the key `publish.date`."""
    stated = {key.replace("_", "."): value for key, value in metadata.items() if value}
    return report_of(Page(stated, body, markup), "0" * 64)


def body_of(page: str, *, markup: Markup = "markdown", **metadata: str) -> str:
    """The published text of a page, less its title."""
    report = read_page(page, markup=markup, **{"title": "A title", **metadata})
    return report.text[report.body_start :]
