"""What the scripts of both engines share."""

import json
from pathlib import Path

HERE = Path(__file__).parent
SUMMARY = (HERE / "summary.sql").read_text(encoding="utf-8")
LOST = (HERE / "lost.sql").read_text(encoding="utf-8")


class Lost(Exception):
    """Assessments that count are in no bundle, so that the numbers would be too small."""


def lines(names, rows):
    """The rows as gather writes them into summary.ndjson, one canonical JSON text each, in the order of these texts."""
    objects = (dict(zip(names, (cell if isinstance(cell, str) else int(cell) for cell in row))) for row in rows)
    return sorted(json.dumps(one, ensure_ascii=False, separators=(",", ":"), sort_keys=True) for one in objects)


def check_lost(lost):
    """Raises where the second query finds any."""
    if lost:
        raise Lost(f"{lost} assessments count and are in no bundle")
