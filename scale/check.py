"""The test: gather, DuckDB and Spark count the same, row for row. `python check.py SCRATCH MADE EDGES`

MADE is what gather has kept of a generated gathering, EDGES what it has kept of the files of edges.py; SCRATCH is a folder to work in.
"""

import json
import shutil
import sys
import threading
import unittest
import urllib.request
from pathlib import Path

from pyspark.sql import SparkSession

import cluster
import edges
import on_duckdb
import on_spark
import shared

SCRATCH, MADE, EDGES = (Path(path).absolute() for path in sys.argv[1:])


def counted(folder):
    """What gather has counted."""
    return sorted((folder / "summary.ndjson").read_text(encoding="utf-8").splitlines())


def without_a_file():
    """What was kept of the edges, but for one file that counts."""
    copy = SCRATCH / "lost"
    shutil.copytree(EDGES, copy, dirs_exist_ok=True)
    bundle = copy / "bundle-0001.ndjson"
    lines = bundle.read_bytes().splitlines(keepends=True)
    kept = [line for line in lines if b'"name":"days.json"' not in line]
    assert len(kept) == len(lines) - 1
    bundle.write_bytes(b"".join(kept))
    return copy


class Application:
    """What Spark says of the application that runs."""

    def __init__(self, session):
        context = session.sparkContext
        self.address = f"{context.uiWebUrl}/api/v1/applications/{context.applicationId}"

    def ask(self, path):
        # Whatever proxy the machine has, this is not for it.
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(f"{self.address}/{path}", timeout=60) as answer:
            return json.load(answer)

    def executors(self):
        """Of each worker's executor, by its id, whether it is alive and how many tasks it has done."""
        found = [one for one in self.ask("allexecutors") if one["id"] != "driver"]
        return {one["id"]: (one["isActive"], one["completedTasks"]) for one in found}

    def is_in_the_middle(self, before):
        """Whether each executor has done tasks since then, and a stage has begun and has many to go."""
        have_begun = all(done > before[name][1] for name, (_, done) in self.executors().items())
        stages = self.ask("stages?status=active")
        return have_begun and any(
            one["numCompleteTasks"] >= 2 and one["numTasks"] - one["numCompleteTasks"] >= 4 for one in stages
        )


def session_on(master):
    """An application that has a core of each worker, and cuts a small gathering into many tasks."""
    options = {
        "spark.cores.max": "2",
        "spark.driver.bindAddress": cluster.HOST,
        "spark.driver.host": cluster.HOST,
        "spark.executor.memory": "900m",
        "spark.log.level": "ERROR",
        "spark.scheduler.minRegisteredResourcesRatio": "1.0",
        "spark.sql.files.maxPartitionBytes": "2m",
        "spark.sql.shuffle.partitions": "8",
        "spark.ui.port": "0",
        "spark.ui.showConsoleProgress": "false",
    }
    return SparkSession.builder.master(master).appName("scale").config(map=options).getOrCreate()


class Given(unittest.TestCase):
    """What there is to count."""

    def test_each_file_at_the_edges_counts(self):
        verdicts = (EDGES / "verdicts.ndjson").read_text(encoding="utf-8")
        wanted = sum(len(file["assessments"]) for _, file in edges.files())
        self.assertEqual(verdicts.count('"verdict":"counts"'), wanted)

    def test_there_is_much_to_compare(self):
        for folder in (MADE, EDGES):
            self.assertGreaterEqual(len(counted(folder)), 30)


class OnDuckdb(unittest.TestCase):
    """One machine."""

    maxDiff = 2000

    def test_it_counts_what_gather_counts(self):
        for folder in (EDGES, MADE):
            self.assertEqual(on_duckdb.summary(str(folder)), counted(folder))

    def test_a_file_that_is_in_no_bundle_is_told(self):
        with self.assertRaises(shared.Lost):
            on_duckdb.summary(str(without_a_file()))


class OnSpark(unittest.TestCase):
    """A master and two workers. The tests run in the order of their names: the last one kills a worker."""

    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        cls.workers = cls.enterClassContext(cluster.Cluster(SCRATCH / "spark"))
        cls.session = session_on(cls.workers.master)
        cls.addClassCleanup(cls.session.stop)

    def test_1_it_counts_what_gather_counts(self):
        self.assertEqual(on_spark.summary(self.session, EDGES), counted(EDGES))

    def test_2_a_file_that_is_in_no_bundle_is_told(self):
        with self.assertRaises(shared.Lost):
            on_spark.summary(self.session, without_a_file())

    def test_3_it_counts_the_same_where_a_worker_is_killed_in_the_middle(self):
        application = Application(self.session)
        on_spark.prepare(self.session, MADE)
        before = cluster.wait_for("two executors", lambda: len(found := application.executors()) == 2 and found)
        found = []
        counting = threading.Thread(target=lambda: found.extend(on_spark.count(self.session)))
        counting.start()

        def is_time():
            self.assertTrue(counting.is_alive(), "the counting ended before a worker could be killed")
            return application.is_in_the_middle(before)

        cluster.wait_for("the middle", is_time)
        self.workers.kill_a_worker()
        self.assertTrue(counting.is_alive())
        counting.join()
        self.assertEqual(found, counted(MADE))
        is_alive = sorted(active for active, _ in application.executors().values())
        self.assertEqual(is_alive, [False, True])


if __name__ == "__main__":
    run = unittest.TextTestRunner(verbosity=2).run(unittest.defaultTestLoader.loadTestsFromName("__main__"))
    failed = len(run.failures) + len(run.errors)
    passed = max(run.testsRun - failed, 0)
    # As Rust's tests say it.
    print(f"test result: {'ok' if run.wasSuccessful() else 'FAILED'}. {passed} passed; {failed} failed", flush=True)
    sys.exit(not run.wasSuccessful())
