"""What the system shows of a server's processes, and what their signals do: ci/processes compares it.

    processes-scenario.py FOLDER    a folder with "bin", in which a data directory is made
"""

import contextlib
import os
import pathlib
import random
import re
import signal
import socket
import struct
import subprocess
import sys
import time

PORT = random.randrange(50000, 59000)
PATIENCE = 10


def ps(pid, field):
    out = subprocess.run(["ps", "-ww", "-o", field + "=", "-p", str(pid)], capture_output=True,
                         text=True)
    return out.stdout.rstrip("\n").lstrip()


def seen(pid, file):
    """What ps looks at, where it is to be looked at often."""
    try:
        return pathlib.Path(f"/proc/{pid}/{file}").read_text()
    except OSError:
        return ""


def children(pid):
    """Of a postmaster. The Java machine that does the work is one more, and nobody's business."""
    return [c for c in seen(pid, f"task/{pid}/children").split()
            if seen(c, "comm") not in ("java\n", "")]


def state(pid):
    return seen(pid, "stat").rpartition(") ")[2][:1]


def plain(text):
    text = re.sub(r"127\.0\.0\.1\(\d+\)", "127.0.0.1(PORT)", text).replace(str(PORT), "PORT")
    return text.replace(os.getcwd(), "ROOT")


def title(pid):
    return plain(seen(pid, "cmdline").rstrip("\0").replace("\0", " "))


def until(what, seconds=PATIENCE):
    """Looks again and again until it is so, and tells what it was in the end."""
    end = time.monotonic() + seconds
    while not (seen := what()) and time.monotonic() < end:
        time.sleep(0.01)
    return seen


def settles(pid, expected):
    """A title, once it is as expected; what it is instead otherwise."""
    until(lambda: title(pid) == expected)
    return plain(ps(pid, "args"))


class Frontend:
    def __init__(self, user="postgres", path=None):
        if path:
            self.socket = socket.socket(socket.AF_UNIX)
            self.socket.connect(f"{path}/.s.PGSQL.{PORT}")
        else:
            self.socket = socket.create_connection(("127.0.0.1", PORT))
        self.socket.settimeout(PATIENCE)
        self.pid = 0
        self.user = user

    def start(self):
        body = f"user\0{self.user}\0database\0postgres\0\0".encode()
        self.socket.sendall(struct.pack("!II", len(body) + 8, 196608) + body)
        return self.read()

    def send(self, kind, body):
        self.socket.sendall(kind.encode() + struct.pack("!I", len(body) + 4) + body)

    def ask(self, text):
        self.send("Q", text.encode() + b"\0")

    def query(self, text):
        self.ask(text)
        return self.read()

    def read(self, patience=PATIENCE):
        """What comes, up to ReadyForQuery, the end, or silence."""
        self.socket.settimeout(patience)
        seen = []
        try:
            while not seen or not seen[-1].startswith("Z"):
                head = self.exactly(5)
                body = self.exactly(struct.unpack("!I", head[1:])[0] - 4)
                seen += self.words(chr(head[0]), body)
        except EOFError:
            seen.append("end")
        except ConnectionError:
            seen.append("end")
        except TimeoutError:
            seen.append("silence")
        return " ".join(seen)

    def exactly(self, count):
        data = b""
        while len(data) < count:
            more = self.socket.recv(count - len(data))
            if not more:
                raise EOFError
            data += more
        return data

    def words(self, kind, body):
        if kind == "K":
            self.pid = struct.unpack("!I", body[:4])[0]
            return []
        if kind in "SR":
            return []
        if kind in "EN":
            fields = {f[:1]: f[1:].decode() for f in body.split(b"\0") if f}
            return [f"{kind}({fields[b'S']} {fields[b'C']} {fields[b'M']})"]
        if kind == "Z":
            return ["Z" + body.decode()]
        if kind == "D":
            return ["D" + body[6:].decode(errors="replace")]
        return [kind]

    def close(self):
        self.socket.close()


def session(**options):
    """With a backend that has come to rest: one that still sends is deaf to some signals."""
    frontend = Frontend(**options)
    frontend.start()
    until(lambda: title(frontend.pid).endswith(" idle") and state(frontend.pid) == "S")
    time.sleep(0.05)
    return frontend


def signalled(pid, name):
    if int(pid) <= 1:
        sys.exit(f"nobody is there for {name}")
    os.kill(int(pid), getattr(signal, "SIG" + name))


def say(label, *seen):
    print(f"{label:50}", *(plain(str(s)) for s in seen), flush=True)


class Server:
    OPTIONS = "-c cluster_name=main -c pgdouble.processes=on -c log_min_messages=log"

    def __init__(self):
        self.programs("initdb", "-D", "d", "-U", "postgres", "-A", "trust", "-N")
        with open("d/postgresql.conf", "a") as conf:
            conf.write(f"port = {PORT}\nunix_socket_directories = '{os.getcwd()}'\n"
                       "listen_addresses = '127.0.0.1'\n")
        self.pid = 0

    @staticmethod
    def programs(*words):
        subprocess.run(["bin/" + words[0], *words[1:]], stdout=subprocess.DEVNULL, check=True)

    def start(self):
        self.programs("pg_ctl", "-D", "d", "-l", "log", "-w", "start", "-o", self.OPTIONS)
        self.pid = int(pathlib.Path("d/postmaster.pid").read_text().split()[0])
        until(self.complete)

    def stop(self, mode):
        self.programs("pg_ctl", "-D", "d", "-m", mode, "-w", "stop")

    def complete(self):
        """Whether all are there that serve no frontend, each under its name."""
        return [t[:10] for t in self.titles()] == ["postgres: "] * 5

    def titles(self):
        return sorted(title(c) for c in children(self.pid))

    def named(self, what):
        return next((c for c in children(self.pid) if title(c).startswith(what)), 0)

    def unnamed(self):
        """A process that still is called as the postmaster is."""
        return next((c for c in children(self.pid) if title(c) == title(self.pid)), 0)

    def accepts(self):
        """Waits until the server serves again after a crash."""
        def served():
            with contextlib.suppress(OSError):
                frontend = Frontend()
                answer = frontend.start()
                frontend.close()
                return "Z" in answer
        until(served)
        until(self.complete)


PREFIX = "postgres: main: postgres postgres 127.0.0.1(PORT) "


def what_ps_shows(server):
    print("\n== what ps shows")
    for one in server.titles():
        say("title", one)
    for one in children(server.pid):
        own = ps(one, "sid") == str(one) and ps(one, "ppid") == str(server.pid)
        say("name, session of its own, below the postmaster", ps(one, "comm"), own)
    say("the postmaster's name", ps(server.pid, "comm"))
    silent = Frontend()
    say("one more, which has not been told what it is for",
        until(lambda: len(server.titles()) == 6), server.unnamed() != 0)
    silent.close()
    say("and gone", until(lambda: len(server.titles()) == 5))
    one = session()
    say("in pg_stat_activity are those that ps shows", one.query(
        "SELECT count(*) FROM pg_stat_activity WHERE pid = ANY (ARRAY[%s])"
        % ",".join(map(str, children(server.pid)))))
    say("a backend", settles(one.pid, PREFIX + "idle"), ps(one.pid, "ppid") == str(server.pid))
    for query, expected in [
            ("BEGIN", "idle in transaction"), ("SELECT 1/0", "idle in transaction (aborted)"),
            ("ROLLBACK", "idle"), ("SELECT 1; BEGIN", "idle in transaction"), ("COMMIT", "idle")]:
        one.query(query)
        say(query, settles(one.pid, PREFIX + expected))
    for query in ["SELECT pg_sleep(2)", "BEGIN; SELECT pg_sleep(2); COMMIT",
                  "VALUES (pg_sleep(2))", "SET work_mem = '1MB'; SELECT pg_sleep(2)"]:
        settles(one.pid, PREFIX + "idle")  # The double's titles follow some milliseconds later.
        one.ask(query)
        say(query, settles(one.pid, PREFIX + "SELECT"))
        one.read()
    extended(one)
    one.query("SET update_process_title = off")
    say("not updated", settles(one.pid, PREFIX + "SET"))
    one.query("SELECT 1")
    say("not updated", settles(one.pid, PREFIX + "SET"))
    one.query("SET update_process_title = on")
    say("updated", settles(one.pid, PREFIX + "idle"))
    one.close()
    local = session(path=os.getcwd())
    say("by a Unix socket", settles(local.pid, "postgres: main: postgres postgres [local] idle"))
    local.close()
    say("all gone", until(lambda: len(server.titles()) == 5))


def extended(one):
    flush = lambda: one.send("H", b"")
    one.send("P", b"a\0SELECT generate_series(1, 3)\0\0\0")
    flush()
    say("Parse", settles(one.pid, PREFIX + "PARSE"))
    one.send("B", b"\0a\0\0\0\0\0\0\0")
    flush()
    say("Bind", settles(one.pid, PREFIX + "BIND"))
    one.send("D", b"P\0")
    flush()
    say("Describe", settles(one.pid, PREFIX + "BIND"))
    one.send("E", b"\0\0\0\0\1")
    flush()
    say("Execute", settles(one.pid, PREFIX + "SELECT"))
    one.send("S", b"")
    say("Sync", settles(one.pid, PREFIX + "idle"), one.read())
    one.send("F", struct.pack("!IHHI3sH", 2626, 0, 1, 3, b"2.0", 0))
    say("FunctionCall", settles(one.pid, PREFIX + "<FASTPATH>"), one.read())


def asked(frontend):
    """Whether a question finds somebody who answers it."""
    try:
        return "D1" in frontend.query("SELECT 1")
    except ConnectionError:
        return False


def to_one_backend(server):
    print("\n== signals to one backend")
    for name in ["HUP", "INT", "USR1", "USR2", "PIPE", "ALRM"]:
        one = session()
        answers = set()
        for _ in range(50):  # What is said after a signal is heard after it, at once as well as later.
            signalled(one.pid, name)
            answers.add(one.query("SELECT 1"))
        say(f"{name}, idle", sorted(answers))
        one.close()
    for name in ["TERM", "KILL"]:
        for _ in range(5):
            one = session()
            walwriter = server.named("postgres: main: walwriter")
            signalled(one.pid, name)
            say(f"{name}, and a question at once", "is answered" if asked(one) else "is not")
            if name == "KILL":  # Until the postmaster has noticed, it serves newcomers as before.
                until(lambda: state(walwriter) in ("", "Z"))
            server.accepts()
    for name in ["INT", "TERM", "QUIT"]:
        for label, before, query in [("idle", None, None), ("at work", None, "SELECT pg_sleep(30)"),
                                     ("at work in a transaction", "BEGIN", "SELECT pg_sleep(30)")]:
            if name == "INT" and not query:
                continue
            one = session()
            if before:
                one.query(before)
            if query:
                one.ask(query)
                settles(one.pid, PREFIX + "SELECT")
            signalled(one.pid, name)
            say(f"{name}, {label}", one.read())
            one.close()
            server.accepts()
    two = session()
    two.ask("SELECT pg_sleep(30)")
    settles(two.pid, PREFIX + "SELECT")
    subprocess.run(["bin/pg_ctl", "kill", "INT", str(two.pid)], check=True)
    say("pg_ctl kill INT", two.read())
    settles(two.pid, PREFIX + "idle")
    subprocess.run(["pkill", "-TERM", "-f", f"^postgres: main: postgres .*{PORT_OF(two)}. idle$"],
                   check=True)
    say("pkill -TERM -f", two.read())
    two.close()


def PORT_OF(frontend):
    return frontend.socket.getsockname()[1]


def crashes(server):
    print("\n== signals that a process does not live through")
    for name in ["KILL", "SEGV", "ABRT", "BUS", "ILL", "TRAP", "SYS"]:
        one, other, at_work = session(), session(), session()
        at_work.ask("SELECT pg_sleep(30)")
        settles(at_work.pid, PREFIX + "SELECT")
        old = set(children(server.pid))
        signalled(one.pid, name)
        say(name, "|", one.read(), "|", other.read(), "|", at_work.read())
        server.accepts()
        say("all processes are others", not old & set(children(server.pid)), server.titles())


def stopped(server):
    print("\n== processes that are stopped")
    one = session()
    signalled(one.pid, "STOP")
    say("it is stopped", until(lambda: state(one.pid) == "T"))
    one.ask("SELECT 1")
    say("asked", one.read(0.5))
    other = session()
    say("asked for its end", other.query(f"SELECT pg_terminate_backend({one.pid})"))
    say("it hears nothing", one.read(0.5))
    signalled(one.pid, "CONT")
    say("it goes on", one.read())
    one = session()
    one.ask("SELECT pg_sleep(0.8)")
    settles(one.pid, PREFIX + "SELECT")
    signalled(one.pid, "STOP")
    say("stopped at work", one.read(1))
    say("and its title stays", title(one.pid))
    signalled(one.pid, "CONT")
    say("it goes on", one.read())
    say("and its title", settles(one.pid, PREFIX + "idle"))
    signalled(one.pid, "STOP")
    until(lambda: state(one.pid) == "T")
    signalled(one.pid, "KILL")
    say("killed while it was stopped", one.read(), "|", other.read())
    server.accepts()


def before_the_session(server):
    print("\n== signals to a process that does not know yet whom it serves")
    for name in ["HUP", "INT", "TERM", "QUIT", "KILL"]:
        other, silent = session(), Frontend()
        pid = until(server.unnamed)
        time.sleep(0.1)
        signalled(pid, name)
        say(name, "|", silent.read(0.5), "|", other.read(0.5))
        silent.close()
        other.close()
        server.accepts()


def auxiliary(server):
    print("\n== signals to the others")
    for kind in ["checkpointer", "background writer", "walwriter", "autovacuum launcher",
                 "logical replication launcher"]:
        deadly = ["QUIT", "KILL"] if kind in ("checkpointer", "walwriter") else []
        for name in ["HUP", "INT", "TERM", *deadly]:
            one = session()
            pid = until(lambda: server.named("postgres: main: " + kind))
            signalled(pid, name)
            say(f"{name} to the {kind}", one.read(0.3))
            one.close()
            server.accepts()
            say("now", server.titles() if len(server.titles()) != 5 else "all are there",
                "the same" if state(pid) not in ("", "Z") else "another")


def postmaster(server):
    print("\n== the postmaster")
    one = session()
    signalled(server.pid, "STOP")
    until(lambda: state(server.pid) == "T")
    time.sleep(0.1)
    late = Frontend()
    say("stopped: who comes waits", body_of(late), "who is there does not", one.query("SELECT 1"))
    signalled(one.pid, "TERM")
    say("and can be terminated", one.read())
    signalled(server.pid, "CONT")
    say("it goes on", late.read())
    late.close()
    say("nobody is left over", until(lambda: len(server.titles()) == 5))


def body_of(frontend):
    body = b"user\0postgres\0\0"
    frontend.socket.sendall(struct.pack("!II", len(body) + 8, 196608) + body)
    return frontend.read(0.5)


def ends(server):
    print("\n== ends")
    for mode in ["smart", "fast", "immediate"]:
        one = session()
        all_of_them = [server.pid, *children(server.pid)]
        if mode == "smart":
            one.close()
        server.stop(mode)
        say(mode, one.read() if mode != "smart" else "", left(all_of_them))
        server.start()
    one, two = session(), session()
    two.ask("SELECT pg_sleep(1)")
    settles(two.pid, PREFIX + "SELECT")
    all_of_them = [server.pid, *children(server.pid)]
    signalled(server.pid, "KILL")
    say("killed", one.read(), "|", two.read())
    say("what is left", left(all_of_them), os.path.exists("d/postmaster.pid"))
    os.remove("d/postmaster.pid")


def left(pids):
    gone = lambda: all(state(pid) in ("", "Z") for pid in pids)
    return "nothing is left" if until(gone) else [title(pid) for pid in pids]


def main():
    os.chdir(sys.argv[1])
    server = Server()
    server.start()
    try:
        for part in [what_ps_shows, to_one_backend, crashes, stopped, before_the_session, auxiliary,
                     postmaster, ends]:
            if len(sys.argv) < 3 or part.__name__ in sys.argv[2:]:
                part(server)
    finally:
        if os.path.exists("d/postmaster.pid"):
            subprocess.run(["bin/pg_ctl", "-D", "d", "-m", "immediate", "stop"],
                           stdout=subprocess.DEVNULL)


main()
