"""Join the lines of a text that was wrapped to a width: a paragraph is one line."""

WIDEST = 120  # characters: a longer line was not wrapped
NARROWEST = 25  # a shorter one ends where it was meant to


def unwrapped(lines: list[str]) -> list[str]:
    """The lines, those joined that a wrap has parted.

    A break is a wrap where the next word would not have fitted into the width of the text, or
    where a sentence runs over it in lower case; any other break is the writer's own.
    """
    width = max(map(len, lines), default=0)
    wraps = width <= WIDEST
    joined: list[str] = []
    last = ""
    for line in lines:
        if last and line and _runs_on(last, line, width if wraps else None):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
        last = line
    return joined


def _runs_on(last: str, line: str, width: int | None) -> bool:
    if line.startswith("- ") or len(last) < NARROWEST:
        return False
    if line[0].islower() and (last[-1].isalnum() or last[-1] == ",") and not _address(line):
        return True
    return width is not None and len(last) + 1 + len(line.partition(" ")[0]) > width


def _address(line: str) -> bool:
    return line.startswith(("http", "www.")) or "@" in line
