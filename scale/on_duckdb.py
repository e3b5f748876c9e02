"""Counts with DuckDB, on one machine: `python on_duckdb.py FOLDER` prints the lines of gather's summary.ndjson.

FOLDER is what `gather --out` has written. Memory and threads are DuckDB's own choice.
"""

import sys

import duckdb

import shared

ASSESSMENT = """STRUCT(
    optedIn VARCHAR[],
    answers MAP(VARCHAR, STRUCT(
        status VARCHAR, limitations VARCHAR, nextSteps STRUCT(due VARCHAR, doneAt VARCHAR)[]
    ))
)"""
FILE = f"STRUCT(envelope STRUCT(sha256 VARCHAR, assessments {ASSESSMENT}[]))"
VERDICT = """STRUCT(
    sha256 VARCHAR, "index" BIGINT, unit VARCHAR, "group" VARCHAR, rosterId VARCHAR, verdict VARCHAR
)[]"""
DIRECTIVE = """STRUCT(
    tasks STRUCT(
        id VARCHAR, roles STRUCT("role" VARCHAR, units VARCHAR[])[], requirements STRUCT(id VARCHAR)[]
    )[]
)"""


def read(path, columns, options=""):
    """Reads lines of JSON, of which only these columns are wanted."""
    path = path.replace("'", "''")
    columns = ", ".join(f"{name}: '{kind}'" for name, kind in columns.items())
    return f"read_json('{path}', format = 'newline_delimited', columns = {{{columns}}}{options})"


def make_views(connection, folder):
    """Makes the views that the SQL reads."""
    # A kept file of a newer version may have anything anywhere. Should a line be dropped that counts, `lost.sql` finds it.
    bundles = read(f"{folder}/bundle-*.ndjson", {"file": FILE}, ", ignore_errors = true, maximum_object_size = 4000000")
    connection.execute("CREATE OR REPLACE MACRO explode(list) AS unnest(list)")
    connection.execute(f"""
        CREATE OR REPLACE VIEW records AS SELECT
            file.envelope.sha256 AS sha256,
            unnest(range(len(file.envelope.assessments))) AS place,
            unnest(file.envelope.assessments) AS assessment
        FROM {bundles}""")
    verdicts = read(f"{folder}/verdicts.ndjson", {"assessments": VERDICT})
    connection.execute(f"CREATE OR REPLACE VIEW verdicts AS FROM {verdicts}")
    basis = read(f"{folder}/basis.ndjson", {"cutOff": "VARCHAR", "directive": DIRECTIVE})
    connection.execute(f"CREATE OR REPLACE VIEW basis AS FROM {basis}")


def summary(folder):
    """The lines of the summary."""
    with duckdb.connect() as connection:
        # Which line comes first means nothing, and keeping it costs memory.
        connection.execute("SET preserve_insertion_order = false")
        make_views(connection, folder)
        shared.check_lost(connection.execute(shared.LOST).fetchone()[0])
        result = connection.execute(shared.SUMMARY)
        return shared.lines([column[0] for column in result.description], result.fetchall())


if __name__ == "__main__":
    print("\n".join(summary(sys.argv[1])))
