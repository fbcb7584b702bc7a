"""How names are compared: no case, one kind of apostrophe; and whether one is another misspelt."""

from functools import lru_cache

from kg.annotate.wording import ALIKE

SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
MARKS = ".,\"“”'‘()"
SWAPPED = 2  # letters apart
SHORTEST = 5  # letters: shorter surnames that differ in one are two


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """A word of a name as compared."""
    return word.translate(ALIKE).casefold().strip(MARKS)


def words_of_name(name: str) -> tuple[str, ...]:
    """The words of a name as compared, without "Jr" and the like.

    >>> words_of_name("Lee O’Hara Jr.")
    ('lee', "o'hara")
    """
    words = (plain(word) for word in name.split())
    return tuple(word for word in words if word and word not in SUFFIXES)


def is_misspelt(word: str, name: str) -> bool:
    """Whether a word is a name with a letter too many, too few, or two in each other's place.

    >>> is_misspelt("mensha", "mensah"), is_misspelt("jones", "james")
    (True, False)
    """
    if min(len(word), len(name)) < SHORTEST or word == name or word[0] != name[0]:
        return False
    if len(word) == len(name):
        apart = sum(a != b for a, b in zip(word, name, strict=True))
        return apart == SWAPPED and sorted(word) == sorted(name)
    longer, shorter = sorted((word, name), key=len, reverse=True)
    return len(longer) - len(shorter) == 1 and any(
        longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))
    )
