"""A standalone Spark cluster on this machine: a master and two workers, each a process of its own."""

import atexit
import os
import re
import signal
import subprocess
import time
from pathlib import Path

import pyspark

HOST = "127.0.0.1"
STARTED = re.compile(r"Starting Spark master at (spark://\S+)")
REGISTERED = re.compile(r"Successfully registered with master")
# A JVM takes seconds to start, and longer where others are at work.
PATIENCE = 120


def wait_for(what, found):
    """Waits until `found` finds something, and returns that."""
    end = time.monotonic() + PATIENCE
    while not (result := found()):
        if time.monotonic() > end:
            raise TimeoutError(f"{what}: not within {PATIENCE} s")
        time.sleep(0.02)
    return result


class Cluster:
    """The cluster, from `with` to its end."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.home = Path(pyspark.__file__).parent
        self.processes = []

    def __enter__(self):
        # For the driver, too, whose process this is.
        os.environ["SPARK_LOCAL_IP"] = HOST
        self.folder.mkdir(parents=True, exist_ok=True)
        # Also where a person breaks the test off.
        atexit.register(self.__exit__)
        try:
            self.master = self._start("master", "master.Master", [], STARTED).group(1)
            size = ["--cores", "1", "--memory", "1g", "--work-dir", str(self.folder / "work"), self.master]
            for name in ("worker-1", "worker-2"):
                self._start(name, "worker.Worker", size, REGISTERED)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        while self.processes:
            kill(self.processes.pop())

    def kill_a_worker(self):
        """Ends a worker and what it has started, as a power cut would."""
        kill(self.processes.pop())

    def _start(self, name, program, arguments, sign):
        """Starts a process of the cluster, and waits for what its log says once it is ready."""
        path = self.folder / f"{name}.log"
        command = [self.home / "bin" / "spark-class", f"org.apache.spark.deploy.{program}"]
        command += ["--host", HOST, "--port", "0", "--webui-port", "0", *arguments]
        own = {"SPARK_HOME": str(self.home), "SPARK_LOCAL_DIRS": str(self.folder / "local")}
        with path.open("wb") as log:
            # A session of its own, so that all that it starts ends with it.
            process = subprocess.Popen(
                command, env=os.environ | own, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True
            )
        self.processes.append(process)

        def found():
            if process.poll() is not None:
                raise RuntimeError(f"the {name} has ended; {path} says why")
            return sign.search(path.read_text(encoding="utf-8", errors="replace"))

        return wait_for(f"the {name} is ready", found)


def kill(process):
    """Ends a process and all of its session at once."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()
