"""Plays PostgreSQL's isolation specs, permutation by permutation, on the double and on a real server.

Used by ci/isolation, which starts the servers and names them. A permutation is played as
isolationtester plays it, and told as it tells it. Its result is

    equal    what the double's sessions show is what the real server's show, or what
             PostgreSQL's expected files have for it
    refused  the double refused a statement of it: what differs follows from that
    hang     a step of it did not end on the double, though it did on the real server
    wrong    anything else

A permutation that is wrong is played a second time, in a fresh database: some depend on who is faster.
"""

import argparse
import collections
import concurrent.futures
import json
import pathlib
import re
import select
import struct
import sys
import time

from wire import REFUSAL, Connection, columns, fields_of_report, values

DATABASE = "isolation_regression"
LOOK_FOR_LOCKS_EVERY = 0.01
SESSION_OPTIONS = {"DateStyle": "Postgres, MDY", "TimeZone": "PST8PDT", "client_encoding": "UTF8",
                   "options": "-c intervalstyle=postgres_verbose"}


class Spec:
    """A spec file: what sets up and tears down, the sessions with their steps, the permutations."""

    TOKEN = re.compile(
        r"#[^\n\r]*|\s+|(?P<sql>\{[ \t\r\f]*(?P<text>[^}]*?)[ \t\r\f]*\})"
        r"|(?P<name>[A-Za-z_\x80-\uffff][A-Za-z0-9_$\x80-\uffff]*)"
        r"|\"(?P<quoted>(?:[^\"\n]|\"\")*)\"|(?P<number>[0-9]+)|(?P<self>[,()*])")
    WORDS = ("notices", "permutation", "session", "setup", "step", "teardown")

    def __init__(self, text):
        self.tokens = [t for t in self.read(text)] + [("end", "")]
        self.at = 0
        self.setups, self.sessions, self.steps = [], [], {}
        while self.next_is("setup"):
            self.setups.append(self.take("sql"))
        self.teardown = self.take("sql") if self.next_is("teardown") else None
        while self.next_is("session"):
            self.sessions.append(self.session())
        self.permutations = []
        while self.next_is("permutation"):
            self.permutations.append(self.permutation())
        self.take("end")
        if not self.permutations:
            self.permutations = list(self.interleaved([0] * len(self.sessions), []))

    def read(self, text):
        at = 0
        while at < len(text):
            token = self.TOKEN.match(text, at)
            if not token:
                raise ValueError(f"unexpected {text[at:at + 20]!r}")
            at = token.end()
            kind = token.lastgroup
            if token["sql"] is not None:
                yield "sql", token["text"]
            elif kind == "name" and token["name"] in self.WORDS:
                yield token["name"], ""
            elif kind == "quoted":
                yield "name", token["quoted"].replace('""', '"')
            elif kind == "self":
                yield token["self"], ""
            elif kind:
                yield kind, token[kind]

    def next_is(self, kind):
        if self.tokens[self.at][0] != kind:
            return False
        self.at += 1
        return True

    def take(self, kind):
        found, text = self.tokens[self.at]
        if found != kind:
            raise ValueError(f"{found} {text!r} where {kind} was expected")
        self.at += 1
        return text

    def session(self):
        number, name = len(self.sessions), self.take("name")
        setup = self.take("sql") if self.next_is("setup") else None
        names = []
        while self.next_is("step"):
            names.append(self.take("name"))
            self.steps[names[-1]] = (number, self.take("sql"))
        teardown = self.take("sql") if self.next_is("teardown") else None
        return name, setup, names, teardown

    def permutation(self):
        steps = []
        while self.tokens[self.at][0] == "name":
            name = self.take("name")
            steps.append(Step(name, *self.steps[name], self.blockers()))
        return steps

    def blockers(self):
        found = []
        if self.next_is("("):
            while not found or self.next_is(","):
                if self.next_is("*"):
                    found.append(("once", None, 0))
                    continue
                name = self.take("name")
                number = int(self.take("number")) if self.next_is("notices") else 0
                found.append(("notices" if number else "step", name, number))
            self.take(")")
        return found

    def interleaved(self, taken, names):
        """Every order of the steps that keeps each session's own."""
        ended = True
        for number, session in enumerate(self.sessions):
            if taken[number] < len(session[2]):
                ended = False
                more = taken[:number] + [taken[number] + 1] + taken[number + 1:]
                yield from self.interleaved(more, names + [session[2][taken[number]]])
        if ended:
            yield [Step(name, *self.steps[name], []) for name in names]


class Step:
    def __init__(self, name, session, sql, blockers):
        self.name, self.session, self.sql, self.blockers = name, session, sql, blockers
        self.targets = {}


class Session(Connection):
    """A session of a spec: it sends a step, and takes what comes without waiting for it."""

    def __init__(self, address, name, spec):
        super().__init__(address, "postgres", DATABASE,
                         {**SESSION_OPTIONS, "application_name": f"isolation/{spec}/{name}"})
        self.name = name
        self.pid = struct.unpack("!I", self.key[:4])[0]
        self.active, self.notices, self.notified = None, 0, []
        self.busy, self.results = False, []

    def send(self, sql):
        body = sql.encode("utf-8", "surrogateescape") + b"\0"
        self.busy, self.results = True, []
        try:
            self.socket.sendall(b"Q" + struct.pack("!I", len(body) + 4) + body)
        except OSError:
            self.lose()

    def lose(self):
        self.closed, self.busy = True, False
        self.results.append(("error", None, ()))

    def take(self, seconds, out):
        """Takes the messages that are there, after at most so many seconds; whether there were any."""
        if not self.busy or not select.select([self.socket], [], [], seconds)[0]:
            return False
        try:
            more = self.socket.recv(1 << 16)
        except OSError:
            more = b""
        if not more:
            self.lose()
            return True
        self.data += more
        while self.busy and len(self.data) >= 5 and (
                len(self.data) > struct.unpack("!I", self.data[1:5])[0]):
            self.message_came(*self.taken(), out)
        return True

    def message_came(self, kind, body, out):
        if kind == "T":
            self.results.append(("rows", columns(body), []))
        elif kind == "D":
            self.results[-1][2].append(values(body))
        elif kind == "C" and (not self.results or self.results[-1][0] != "rows"):
            self.results.append(("command", None, ()))
        elif kind == "C":
            self.results.append(("rows shown", *self.results.pop()[1:]))
        elif kind == "E":
            if self.results and self.results[-1][0] == "rows":
                self.results.pop()
            self.results.append(("error", dict(fields_of_report(body)), ()))
        elif kind == "N":
            self.notices += 1
            out.append(f"{self.name}: {report(dict(fields_of_report(body)))}")
        elif kind == "A":
            channel, payload = body[4:].split(b"\0")[:2]
            self.notified.append((struct.unpack("!I", body[:4])[0], channel, payload))
        elif kind == "Z":
            self.busy = False


def report(fields):
    """A message as libpq words it where nothing is set."""
    lines = [f"{fields['S']}:  {fields['M']}"]
    lines += [f"{word}:  {fields[k]}" for k, word in (("D", "DETAIL"), ("H", "HINT")) if k in fields]
    return "\n".join(lines) + "\n"


def table(columns, rows):
    """A result as libpq's PQprint shows it: aligned, with a head, its fields parted by |."""
    if not columns:
        return f"({len(rows)} row{'' if len(rows) == 1 else 's'})\n\n"
    names = [c[0] for c in columns]
    cells = [[value or "" for value in row] for row in rows]
    widths = [max([len(n.encode())] + [len(row[i].encode()) for row in cells])
              for i, n in enumerate(names)]
    words = [any(row[i] and not numeric(row[i]) for row in cells) for i in range(len(names))]

    def line(fields):
        return "|".join(f + " " * (w - len(f.encode())) if word else
                        " " * (w - len(f.encode())) + f
                        for f, w, word in zip(fields, widths, words)) + "\n"

    return (line(names) + "+".join("-" * w for w in widths) + "\n" + "".join(map(line, cells))
            + f"({len(rows)} row{'' if len(rows) == 1 else 's'})\n\n")


def numeric(text):
    return re.fullmatch(r"[0-9. eE-]*[0-9]", text) and text[0] not in "eE"


class GivenUp(Exception):
    """isolationtester ends here: the rest of the spec's permutations need other sessions."""


class Player:
    """A spec on one server, permutation by permutation, as isolationtester plays it."""

    def __init__(self, address, spec, name, seconds):
        self.address, self.spec, self.name, self.seconds = address, spec, name, seconds
        self.sessions, self.control = [], None

    def begin(self):
        self.end()
        database(self.address)
        self.control = Session(self.address, "control connection", self.name)
        self.sessions = [Session(self.address, s[0], self.name) for s in self.spec.sessions]
        self.pids = ",".join(str(s.pid) for s in self.sessions)

    def end(self):
        for one in self.sessions + ([self.control] if self.control else []):
            one.close()
        self.sessions, self.control = [], None

    def play(self, permutation):
        """What it shows, what was refused in it, and the step that had to be cancelled."""
        self.out, self.refusal, self.stuck = [], None, None
        if self.control is None:
            self.begin()
        try:
            self.out.append("starting permutation: " + " ".join(s.name for s in permutation) + "\n")
            for sql in self.spec.setups:
                self.frame(self.control, sql, "setup failed: ", [])
            for session, (name, setup, _, _) in zip(self.sessions, self.spec.sessions):
                if setup is not None:
                    self.frame(session, setup, f"setup of session {name} failed: ", self.out)
            self.steps(permutation)
            for session, (name, _, _, teardown) in zip(self.sessions, self.spec.sessions):
                if teardown is not None:
                    self.frame(session, teardown, None, self.out)
            if self.spec.teardown is not None:
                self.frame(self.control, self.spec.teardown, None, [])
        except GivenUp as why:
            self.out.append(f"{why}\n")
            self.end()
        return "".join(self.out), self.refusal, self.stuck

    def frame(self, session, sql, failed, out):
        """What stands around the steps: of its results the last counts."""
        session.send(sql)
        ends = time.monotonic() + self.seconds
        while session.busy:
            session.take(0.1, out)
            if time.monotonic() > ends:
                self.stuck = self.stuck or "setup or teardown"
                raise GivenUp("what stands around the steps does not end")
        self.note_refusals(session)
        kind, what, rows = (session.results or [("command", None, ())])[-1]
        if kind == "rows shown":
            self.out.append(table(what, rows))
        elif kind == "error" and failed:
            raise GivenUp(failed + (report(what) if what else "the connection is lost"))

    def note_refusals(self, session):
        for kind, what, _ in session.results:
            if kind == "error" and what and what.get("C") == "0A000" and (
                    what.get("M", "").startswith(REFUSAL)):
                self.refusal = self.refusal or what["M"][len(REFUSAL):]

    def steps(self, permutation):
        waiting = []
        for step in permutation:
            session = self.sessions[step.session]
            ends = time.monotonic() + 2 * self.seconds
            while session.active:
                old = session.active
                if not self.goes_on(old, False, True):
                    waiting.remove(old)
                waiting = self.all_go_on(waiting, True)
                if session.active and time.monotonic() > ends:
                    self.stuck = self.stuck or old.name
                    raise GivenUp(f"step {old.name} timed out")
            session.send(step.sql)
            session.active = step
            for kind, name, number in step.blockers:
                if kind == "notices":
                    step.targets[name] = number + self.session_of(name).notices
            must_wait = self.goes_on(step, True, False)
            waiting = self.all_go_on(waiting, True)
            if must_wait:
                waiting.append(step)
        if self.all_go_on(waiting, False):
            raise GivenUp("failed to complete permutation due to mutually-blocking steps")

    def session_of(self, name):
        return self.sessions[self.spec.steps[name][0]]

    def all_go_on(self, waiting, may_block):
        """The steps of those waiting that go on waiting."""
        while True:
            notices = sum(s.notices for s in self.sessions)
            still = [step for step in waiting if self.goes_on(step, may_block, True)]
            news = len(still) < len(waiting) or notices < sum(s.notices for s in self.sessions)
            waiting = still
            if not (news and any(step.blockers for step in still)):
                return waiting

    def goes_on(self, step, may_block, again):
        """Whether the step has not ended: it waits for a lock, or its markers keep it."""
        session = self.sessions[step.session]
        if not again and any(kind == "once" for kind, _, _ in step.blockers):
            self.out.append(f"step {step.name}: {step.sql} <waiting ...>\n")
            return True
        if self.blocked(session, step, may_block) or self.kept(step):
            if not again:
                self.out.append(f"step {step.name}: {step.sql} <waiting ...>\n")
            return True
        self.out.append(f"step {step.name}: <... completed>\n" if again
                        else f"step {step.name}: {step.sql}\n")
        self.show(session)
        session.active = None
        return False

    def blocked(self, session, step, may_block):
        """Waits for the step's end; ends early where it waits for a lock of the other sessions."""
        started, cancelled = time.monotonic(), False
        while session.busy:
            if session.take(LOOK_FOR_LOCKS_EVERY, self.out):
                continue
            if may_block and self.waits_for_a_lock(session):
                session.take(0, self.out)
                if session.busy:
                    return True
            passed = time.monotonic() - started
            if passed > self.seconds and not cancelled:
                self.out.append(f"isolationtester: canceling step {step.name}\n")
                self.stuck = self.stuck or step.name
                session.cancel()
                cancelled = True
            if passed > 2 * self.seconds:
                raise GivenUp(f"step {step.name} timed out")
        return False

    def waits_for_a_lock(self, session):
        answer = self.control.query(
            "SELECT pg_catalog.pg_isolation_test_session_is_blocked"
            f"({session.pid}, '{{{self.pids}}}')", None)
        if not answer.rows():
            raise GivenUp(f"lock wait query failed: {answer.parts}")
        return answer.rows()[0][0] == "t"

    def kept(self, step):
        for kind, name, _ in step.blockers:
            if kind == "step":
                active = self.session_of(name).active
                if active and active.name == name:
                    return True
            if kind == "notices" and self.session_of(name).notices < step.targets[name]:
                return True
        return False

    def show(self, session):
        self.note_refusals(session)
        for kind, what, rows in session.results:
            if kind == "rows shown":
                self.out.append(table(what, rows))
            elif kind == "error":
                self.out.append(f"{what['S']}:  {what['M']}\n" if what
                                else "the connection is lost\n")
        names = {s.pid: s.name for s in self.sessions}
        for pid, channel, payload in session.notified:
            self.out.append(f'{session.name}: NOTIFY "{channel.decode()}" with payload '
                            f'"{payload.decode()}" from {names.get(pid, f"PID {pid}")}\n')
        session.notified = []


def database(address):
    """pg_regress makes its database so."""
    maker = Connection(address, "postgres", "postgres", {})
    for text in (f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)",
                 f"CREATE DATABASE {DATABASE} TEMPLATE template0",
                 *(f"ALTER DATABASE {DATABASE} SET {name} TO '{value}'" for name, value in (
                     ("lc_messages", "C"), ("lc_monetary", "C"), ("lc_numeric", "C"),
                     ("lc_time", "C"), ("bytea_output", "hex"),
                     ("timezone_abbreviations", "Default")))):
        answer = maker.query(text, None)
        if any(part[0] == "error" for part in answer.parts):
            raise RuntimeError(f"{text}: {answer.parts}")
    maker.close()


class Comparison:
    """A spec on the double and on the real server, side by side."""

    def __init__(self, source, name, servers, seconds):
        self.spec = Spec((source / "specs" / f"{name}.spec").read_text())
        self.expected = set()
        for path in (source / "expected").glob(f"{name}*.out"):
            if re.fullmatch(re.escape(name) + r"(_\d+)?\.out", path.name):
                told = path.read_text().split("\nstarting permutation:")
                self.expected |= {"starting permutation:" + one.rstrip("\n") for one in told[1:]}
        self.players = [Player(address, self.spec, name, seconds) for address in servers]

    def results(self, threads):
        for permutation in self.spec.permutations:
            verdict = self.once(permutation, threads)
            if verdict[0] == "wrong":
                verdict = self.once(permutation, threads)
            yield verdict
        for player in self.players:
            player.end()

    def once(self, permutation, threads):
        ours, theirs = threads.map(lambda player: player.play(permutation), self.players)
        as_expected = theirs[0].rstrip("\n") in self.expected
        if ours[0] == theirs[0] or ours[0].rstrip("\n") in self.expected:
            verdict, why = "equal", None
        else:
            verdict, why = ("refused", ours[1]) if ours[1] else (
                ("hang", ours[2]) if ours[2] and not theirs[2] else ("wrong", None))
            for player in self.players:
                player.end()
        return verdict, why, ours[0], theirs[0], as_expected


def kept(name, results, directory):
    with open(directory / f"{name}.txt", "w", errors="surrogateescape") as out:
        for verdict, why, ours, theirs, _ in results:
            if verdict != "equal":
                out.write(f"==== {verdict}{': ' + why if why else ''}\n-- pgdouble\n{ours}\n"
                          f"-- PostgreSQL\n{theirs}\n")


VERDICTS = ("equal", "refused", "wrong", "hang")


def line_of(name, counts):
    whole = sum(counts[v] for v in VERDICTS)
    return f"{name:34} {whole:5} " + " ".join(
        f"{counts[v]:5} {100 * counts[v] / max(1, whole):5.1f} %" for v in VERDICTS)


# Percent: the least that must be equal, and the most that may be wrong; and how many may hang.
LEAST_EQUAL, MOST_WRONG, MOST_HANGING = 64.0, 7.0, 3


def kept_up(counts):
    whole = max(1, sum(counts[v] for v in VERDICTS))
    equal, wrong = (100 * counts[v] / whole for v in ("equal", "wrong"))
    if equal >= LEAST_EQUAL and wrong <= MOST_WRONG and counts["hang"] <= MOST_HANGING:
        return 0
    print(f"{equal:.1f} % equal (expected: {LEAST_EQUAL} or more), {wrong:.1f} % wrong"
          f" (expected: {MOST_WRONG} or less), {counts['hang']} hang"
          f" (expected: {MOST_HANGING} or fewer)")
    return 1


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--source", type=pathlib.Path, required=True)
    options.add_argument("--output", type=pathlib.Path, required=True)
    options.add_argument("--double", type=int, required=True)
    options.add_argument("--real", type=int, required=True)
    options.add_argument("--step-seconds", type=float, default=20)
    options.add_argument("specs", nargs="*")
    args = options.parse_args()
    args.output.mkdir(parents=True, exist_ok=True)
    servers = [("127.0.0.1", args.double), ("127.0.0.1", args.real)]
    names = args.specs or [
        line.split()[1] for line in (args.source / "isolation_schedule").read_text().splitlines()
        if line.startswith("test:")]
    print(f"{'spec':34} {'whole':>5} " + " ".join(f"{v:>13}" for v in VERDICTS))
    totals, reasons, as_expected = collections.Counter(), collections.Counter(), 0
    with concurrent.futures.ThreadPoolExecutor(2) as threads:
        for name in names:
            started = time.monotonic()
            results = list(Comparison(args.source, name, servers, args.step_seconds)
                           .results(threads))
            counts = collections.Counter(r[0] for r in results)
            totals += counts
            as_expected += sum(r[4] for r in results)
            reasons.update((r[0], r[1] or name) for r in results if r[0] != "equal")
            kept(name, results, args.output)
            print(line_of(name, counts), f"{time.monotonic() - started:6.1f} s", flush=True)
    print(line_of("whole set", totals))
    print(f"PostgreSQL shows what its expected files have in {as_expected} of"
          f" {sum(totals.values())} permutations")
    (args.output / "reasons.txt").write_text(
        "".join(f"{count:6} {verdict:8} {why}\n" for (verdict, why), count in reasons.most_common()))
    (args.output / "totals.json").write_text(json.dumps(totals))
    return 0 if args.specs else kept_up(totals)


if __name__ == "__main__":
    sys.exit(main())
