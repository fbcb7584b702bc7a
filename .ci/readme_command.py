"""Print the n-th shell command block of the README, so that it is run exactly as written."""

import re
import sys
from pathlib import Path

text = Path("README.md").read_text(encoding="utf-8")
blocks = re.findall(r"```(?:sh|bash|console)\n(.*?)```", text, re.DOTALL)
print(blocks[int(sys.argv[1]) - 1])
