"""Replays as a JUnit report, which every build server can show. Plays nothing itself."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from .replay_report import Report, Result, explained


def as_xml(report: Report) -> str:
    """The report as an XML document."""
    failed = sum(not result.ok for result in report.results)
    cases = "".join(_case(result) for result in report.results)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<testsuites>\n<testsuite name="replays" tests="{len(report.results)}" failures="{failed}">\n'
        f"{cases}</testsuite>\n</testsuites>\n"
    )


def _case(result: Result) -> str:
    head = f"<testcase classname={_attribute(result.file)} name={_attribute(result.name or result.file)}"
    if result.failure is None:
        return f"{head}/>\n"
    message = f"{result.failure.expected}, but {result.failure.actual}"
    text = escape(_allowed("\n".join(explained(result))))
    return f"{head}>\n<failure message={_attribute(message)}>{text}</failure>\n</testcase>\n"


def _attribute(text: str) -> str:
    return quoteattr(_allowed(text))


def _allowed(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return "".join(
        c if c in "\n\t" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "￾￿") else "?" for c in text
    )
