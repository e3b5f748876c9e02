"""Writes files at the edges of the rules of counting: `python edges.py FOLDER`. Each of them counts, but for those that say otherwise.

The generated gatherings have the traps of receiving; these have those of counting, a unit of the roster for each.
"""

import hashlib
import json
import sys
from pathlib import Path

TODAY = "2024-07-05T02:00:00Z"
BLANKS = " \t\r\n\u0085\u00a0\u1680\u2000\u2003\u200a\u2028\u2029\u202f\u205f\u3000"


def canonical(value):
    """RFC 8785, for what stands here."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def envelope(*assessments, **changes):
    """A file with these assessments, and its digest."""
    content = {
        "app": "0.1.0",
        "assessments": list(assessments),
        "directive": {"edition": "2024-06-18", "id": "1022-CV/TU"},
        "exportedAt": TODAY,
        "format": "directive-assessment",
        "version": 2,
    } | changes
    return {"sha256": hashlib.sha256(canonical(content).encode()).hexdigest()} | content


def assessment(unit, answers, **fields):
    """What a unit of the roster says."""
    named = {"id": unit, "group": "", "name": ""}
    return {
        "answers": answers,
        "asOf": "2024-06-30",
        "createdAt": TODAY,
        "draftId": f"draft-{unit}",
        "revision": 1,
        "unit": named,
        "updatedAt": TODAY,
    } | fields


def steps(*dates):
    """Next steps, each with the day on which it is due and what stands for the day on which it was done."""
    filled = lambda row: {name: text for name, text in row.items() if text}
    return [filled({"id": f"s{at}", "due": due, "doneAt": done}) for at, (due, done) in enumerate(dates)]


def days():
    """On the cut-off day and beside it; days that are none; what is said to be done without a day."""
    yield from [("2024-07-30", ""), ("2024-07-31", ""), ("2024-08-01", ""), ("1900-01-01", ""), ("1899-12-31", "")]
    yield from [("2199-12-31", ""), ("2200-01-01", ""), ("0024-07-01", ""), ("2024-02-29", ""), ("2023-02-29", "")]
    yield from [("2024-7-1", ""), ("2024-07", ""), ("2024", ""), (" 2024-07-01", ""), ("2024-07-01 ", "")]
    yield from [("2024-07-01T00:00:00Z", ""), ("01/07/2024", ""), ("+024-07-01", ""), ("\u0662\u0660\u0662\u0664-07-01", "")]
    yield from [("khoảng tháng 7", ""), ("9999-99-99", ""), ("", ""), ("2024-07-01", "2024-06-30"), ("", "rồi")]
    yield from [("2024-07-01", " "), ("2024-07-01", "2024-02-30")]


def files():
    """The files that count, by their names."""
    done = {"status": "done"}
    yield "blank", envelope(
        assessment(
            "quan-uy-ninh-kieu",
            {"1.1": done | {"limitations": BLANKS}, "1.2": done | {"limitations": "\u200b"}, "1.3": {"limitations": "–"}},
        )
    )
    yield "days", envelope(assessment("quan-uy-binh-thuy", {"1.1": {"status": "inProgress", "nextSteps": steps(*days())}}))
    left = steps(("2024-01-01", ""), ("2024-01-01", "2024-01-02"))
    away = {"status": "outOfScope", "limitations": "thiếu vốn", "nextSteps": left}
    yield "away", envelope(assessment("quan-uy-cai-rang", {"1.1": away, "1.2": {"nextSteps": left}}))
    # In task 2 by its own word, said twice; in task 1 anyhow; what it says of task 3 and of nothing is not asked.
    answers = {"2.1": done, "2.2.6": {"status": "notStarted"}, "3.1": done, "9.9": done}
    yield "opted-in", envelope(assessment("quan-uy-o-mon", answers, optedIn=["2", "2", "1", "9"]))
    # In the directive's words, as leading and as coordinating.
    for unit in ("dang-doan-hdnd", "ban-tuyen-giao", "van-phong-thanh-uy"):
        yield unit, envelope(assessment(unit, {"2.1": done, "3.1": {"status": "inProgress"}}))
    # A report in two parts; it opts in by one of them, and answers by the other.
    yield "part-1", envelope(assessment("quan-uy-thot-not", {"1.1": done}, covers=["1.1", "1.2"], optedIn=["3"]))
    part = {"3.2": done | {"nextSteps": steps(("2024-01-01", ""), ("2024-01-01", ""))}}
    yield "part-2", envelope(assessment("quan-uy-thot-not", part, covers=["3.1", "3.2"]))
    old = assessment("huyen-uy-phong-dien", {"1.4": done}, proposals="Đề nghị bố trí vốn.")
    del old["draftId"]
    yield "version-1", envelope(old, version=1)
    two = [assessment(unit, {"1.1": {"status": status}}) for unit, status in (("huyen-uy-co-do", "done"), ("ban-to-chuc", "notStarted"))]
    yield "two-in-one", envelope(*two)
    yield "nothing", envelope(assessment("huyen-uy-thoi-lai", {}))
    twice = {"1.1": done | {"limitations": "có", "nextSteps": steps(("2024-01-01", ""), ("2024-01-01", ""))}}
    yield "twice", envelope(assessment("huyen-uy-vinh-thanh", twice))


def again(twice):
    """The same file as other programs save it."""
    text = canonical(twice)
    yield "twice-copy", text + "\n"
    yield "twice-marked", "\ufeff" + text + "\n"
    yield "twice-indented", json.dumps(twice, ensure_ascii=False, indent=2) + "\r\n"
    yield "twice-crlf", text + "\r\n"


def kept_only():
    """What is kept without being counted, since nobody here knows what it means."""
    unit = "huyen-uy-vinh-thanh"
    newer = envelope(assessment(unit, {"1.1": {"status": 7}, "1.2": {"status": "done"}}), version=3)
    other = envelope(assessment(unit, {"1.2": {"status": "done"}}), directive={"edition": "1", "id": "1/CV"})
    yield "newer", canonical(newer) + "\n"
    yield "other-directive", canonical(other) + "\n"


def write(folder):
    """Writes them all. Returns how many assessments count."""
    folder = Path(folder)
    folder.mkdir(parents=True)
    counting = dict(files())
    texts = {name: canonical(file) + "\n" for name, file in counting.items()}
    texts |= dict(again(counting["twice"])) | dict(kept_only())
    for name, text in texts.items():
        (folder / f"{name}.json").write_bytes(text.encode())
    return sum(len(file["assessments"]) for file in counting.values())


if __name__ == "__main__":
    print(write(sys.argv[1]), "count")
