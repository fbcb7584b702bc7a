"""A post as one place of a report states it, before what is said twice is united."""

from dataclasses import dataclass

from kg.annotate.draft import Draft


@dataclass(frozen=True, slots=True)
class StatedPost:
    """An official's title, from `start` to `end`, and the body where one is named beside it."""

    official: int
    start: int
    end: int
    agency: int | None
    rank: str | None
    rule: str
    open: bool = True  # to the body of another post beside it

    def title(self, draft: Draft) -> str:
        return " ".join(draft.text[self.start : self.end].split())
