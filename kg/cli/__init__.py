"""The command line: one command a module, errors told in one line."""

import sys


def main() -> None:
    """Run `kg`. Exit codes: 0 done, 1 an error, 2 wrong usage, 3 some reports set aside."""
    from kg.cli.app import app  # noqa: PLC0415  keeps `import kg.cli` free
    from kg.errors import KGError  # noqa: PLC0415

    try:
        app()
    except KGError as error:
        if "--debug" in sys.argv:
            raise
        print(f"kg: {error}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        print("kg: stopped; finished annotations are kept", file=sys.stderr)
        sys.exit(130)
