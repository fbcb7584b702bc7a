"""Join blocks that one entity shares, and say which blocks are one."""


class Union:
    """Disjoint sets of blocks; the set is named by the first of its blocks in the alphabet.

    >>> union = Union()
    >>> union.join(["b", "c"]); union.join(["c", "a"]); union.join(["d"])
    >>> union.name("b"), union.name("d")
    ('a', 'd')
    """

    __slots__ = ("_above",)

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def join(self, blocks: list[str] | tuple[str, ...]) -> None:
        names = {self.name(block) for block in blocks}
        first = min(names)
        for name in names:
            self._above[name] = first

    def name(self, block: str) -> str:
        above = self._above
        top = block
        while above.setdefault(top, top) != top:
            top = above[top]
        while above[block] != top:
            above[block], block = top, above[block]
        return top
