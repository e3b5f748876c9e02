"""Counts with Spark: `spark-submit on_spark.py FOLDER` prints the lines of gather's summary.ndjson.

FOLDER is what `gather --out` has written, where every worker can read it.
"""

import sys

from pyspark.sql import SparkSession

import shared

FILE = """file STRUCT<envelope: STRUCT<
    sha256: STRING,
    assessments: ARRAY<STRUCT<
        optedIn: ARRAY<STRING>,
        answers: MAP<STRING, STRUCT<
            status: STRING, limitations: STRING, nextSteps: ARRAY<STRUCT<due: STRING, doneAt: STRING>>
        >>
    >>
>>"""
VERDICTS = """assessments ARRAY<STRUCT<
    sha256: STRING, index: BIGINT, unit: STRING, group: STRING, rosterId: STRING, verdict: STRING
>>"""
BASIS = """cutOff STRING, directive STRUCT<
    tasks: ARRAY<STRUCT<
        id: STRING, roles: ARRAY<STRUCT<role: STRING, units: ARRAY<STRING>>>, requirements: ARRAY<STRUCT<id: STRING>>
    >>
>"""


def make_views(session, folder):
    """Makes the views that the SQL reads."""
    # A carriage return within a line would otherwise end it.
    read = session.read.option("lineSep", "\n")
    files = read.schema(FILE).json(f"{folder}/bundle-*.ndjson")
    files.selectExpr(
        "file.envelope.sha256 AS sha256",
        "posexplode(file.envelope.assessments) AS (place, assessment)",
    ).createOrReplaceTempView("records")
    read.schema(VERDICTS).json(f"{folder}/verdicts.ndjson").createOrReplaceTempView("verdicts")
    read.schema(BASIS).json(f"{folder}/basis.ndjson").createOrReplaceTempView("basis")


def prepare(session, folder):
    """Makes the views, and raises where a file that counts is not in them."""
    make_views(session, folder)
    shared.check_lost(session.sql(shared.LOST).collect()[0]["lost"])


def count(session):
    """The lines of the summary."""
    result = session.sql(shared.SUMMARY)
    return shared.lines(result.columns, result.collect())


def summary(session, folder):
    """The lines of the summary of a folder."""
    prepare(session, folder)
    return count(session)


if __name__ == "__main__":
    with SparkSession.builder.appName("gather").getOrCreate() as session:
        print("\n".join(summary(session, sys.argv[1])))
