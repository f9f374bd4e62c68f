"""Many sessions in random statements, on one server: what must hold whoever is when where.

Used by ci/soak, which starts the servers. The sessions move money between accounts, in an order that
may end in deadlocks; some count all money, change and delete rows of their own, lock tables and keys,
wait with SKIP LOCKED and NOWAIT, roll back to savepoints, are cancelled, or leave without a word; some
notify those that listen. In the end

    the sum of the balances is what it was, and was in every snapshot that somebody took
    every notification of a committed transaction came to every listener, in the order of commits
    no session took longer for a statement than it may
    pg_locks knows no lock of theirs, and pg_stat_activity no session
"""

import argparse
import collections
import random
import struct
import sys
import threading
import time

from wire import Connection

ACCOUNTS, MONEY, LISTENERS = 100, 1000, 2
EXPECTED = ("40P01", "55P03", "57014", "40001", "25P02")


class Soak:
    def __init__(self, port, seconds, sessions, seed):
        self.address = ("127.0.0.1", port)
        self.seconds, self.number, self.seed = seconds, sessions, seed
        self.done, self.wrong = collections.Counter(), []
        self.notified, self.heard = set(), [[] for _ in range(LISTENERS)]
        self.guard = threading.Lock()

    def connect(self):
        return Connection(self.address, "postgres", "postgres", {"application_name": "soak"})

    def complain(self, what):
        with self.guard:
            self.wrong.append(what)

    def run(self):
        owner = self.connect()
        for text in ("DROP TABLE IF EXISTS account, own", "CREATE TABLE account (id int PRIMARY KEY, balance int)",
                     f"INSERT INTO account SELECT g, {MONEY} FROM generate_series(1, {ACCOUNTS}) g",
                     "CREATE TABLE own (session int, n int, t text, PRIMARY KEY (session, n))"):
            owner.query(text, None)
        self.ends = time.monotonic() + self.seconds
        listeners = [threading.Thread(target=self.listen, args=(n,)) for n in range(LISTENERS)]
        workers = [threading.Thread(target=self.work, args=(n,)) for n in range(self.number)]
        for one in listeners:
            one.start()
        time.sleep(0.5)
        started = time.monotonic()
        for one in workers:
            one.start()
        for one in workers:
            one.join(self.seconds + 60)
            if one.is_alive():
                self.complain("a session is stuck")
        self.took = time.monotonic() - started
        owner.query("NOTIFY soak, 'end'", None)
        for one in listeners:
            one.join(60)
        self.after(owner)
        return self

    def after(self, owner):
        total = owner.query("SELECT sum(balance) FROM account", None).rows()
        if total != [(str(ACCOUNTS * MONEY),)]:
            self.complain(f"the balances are {total}")
        for heard in self.heard:
            lost, twice = self.notified - set(heard), len(heard) - len(set(heard))
            if lost or twice or heard != self.heard[0]:
                self.complain(f"{len(lost)} notifications are lost, {twice} came twice"
                              + (", in another order" if heard != self.heard[0] else ""))
        left = []
        for _ in range(50):
            left = owner.query(
                "SELECT pid, state, query FROM pg_stat_activity WHERE application_name = 'soak'"
                " AND pid <> pg_backend_pid()", None).rows()
            left += owner.query("SELECT pid, locktype, mode FROM pg_locks"
                                " WHERE pid <> pg_backend_pid()", None).rows()
            if not left:
                return
            time.sleep(0.1)
        self.complain(f"left behind: {left[:5]}")

    def listen(self, number):
        session = self.connect()
        session.query("LISTEN soak", None)
        session.socket.settimeout(self.seconds + 60)
        while True:
            try:
                kind, body = session.message()
            except OSError:
                self.complain("a listener hears no more")
                return
            if kind == "A":
                payload = body[4:].split(b"\0")[1].decode()
                if payload == "end":
                    session.close()
                    return
                self.heard[number].append(payload)

    def work(self, number):
        Worker(self, number).run()


class Worker:
    def __init__(self, soak, number):
        self.soak, self.number = soak, number
        self.chance = random.Random(f"{soak.seed}/{number}")
        self.rows = 0
        self.session = soak.connect()

    def run(self):
        acts = [self.move] * 8 + [self.count] * 2 + [self.own] * 4 + [self.notify] * 2 + [
            self.lock_keys, self.skip, self.undo, self.lock_table, self.cancelled, self.leave]
        while time.monotonic() < self.soak.ends:
            self.chance.choice(acts)()
            if self.session.status != "I" and not self.session.closed:
                self.do("ROLLBACK")
        self.session.close()

    def do(self, text):
        """The answer; None where it failed as it may."""
        answer = self.session.query(text, None)
        self.soak.done["statements"] += 1
        for part in answer.parts:
            if part[0] in ("lost", "no answer"):
                self.soak.complain(f"{part[0]}: {text}")
                self.session = self.soak.connect()
                return None
            if part[0] == "error":
                code = dict(part[1])["C"]
                self.soak.done[code] += 1
                if code not in EXPECTED:
                    self.soak.complain(f"{text}: {part[1]}")
                return None
        return answer

    def account(self):
        return self.chance.randint(1, ACCOUNTS)

    def move(self):
        amount, one, other = self.chance.randint(1, 50), self.account(), self.account()
        if (self.do("BEGIN")
                and self.do(f"UPDATE account SET balance = balance - {amount} WHERE id = {one}")
                and self.do(f"UPDATE account SET balance = balance + {amount} WHERE id = {other}")):
            self.do(self.chance.choice(("COMMIT", "COMMIT", "COMMIT", "ROLLBACK")))

    def count(self):
        level = self.chance.choice(("READ COMMITTED", "REPEATABLE READ"))
        self.do(f"BEGIN ISOLATION LEVEL {level}")
        answer = self.do("SELECT sum(balance) FROM account")
        if answer and answer.rows() != [(str(ACCOUNTS * MONEY),)]:
            self.soak.complain(f"a snapshot has {answer.rows()}")
        self.do("COMMIT")

    def own(self):
        self.rows += 1
        self.do(f"INSERT INTO own VALUES ({self.number}, {self.rows}, repeat('x', 100))")
        self.do(f"UPDATE own SET t = 'y' WHERE session = {self.number} AND n = {self.rows}")
        if self.rows % 5 == 0:
            answer = self.do(f"DELETE FROM own WHERE session = {self.number} RETURNING n")
            if answer and len(answer.rows()) > self.rows:
                self.soak.complain("more rows are deleted than there were")

    def notify(self):
        self.rows += 1
        payload = f"{self.number}/{self.rows}/{self.chance.random()}"
        if self.do("BEGIN") and self.do(f"SELECT pg_notify('soak', '{payload}')"):
            if self.chance.random() < 0.3:
                self.do("ROLLBACK")
            elif self.do("COMMIT"):
                with self.soak.guard:
                    self.soak.notified.add(payload)

    def lock_keys(self):
        self.do(f"BEGIN; SELECT pg_advisory_xact_lock({self.chance.randint(1, 5)}); COMMIT")

    def skip(self):
        how = self.chance.choice(("SKIP LOCKED", "NOWAIT"))
        strength = self.chance.choice(("UPDATE", "NO KEY UPDATE", "SHARE", "KEY SHARE"))
        self.do(f"SELECT * FROM account WHERE id = {self.account()} FOR {strength} {how}")

    def undo(self):
        if (self.do("BEGIN; SAVEPOINT s")
                and self.do(f"UPDATE account SET balance = 0 WHERE id = {self.account()}")):
            self.do("ROLLBACK TO s; COMMIT")

    def lock_table(self):
        mode = self.chance.choice(("ROW SHARE", "SHARE UPDATE EXCLUSIVE", "SHARE"))
        self.do(f"BEGIN; SET LOCAL lock_timeout = 200; LOCK TABLE own IN {mode} MODE; COMMIT")

    def cancelled(self):
        timer = threading.Timer(0.02, self.session.cancel)
        timer.start()
        self.do("SELECT pg_sleep(0.05)")
        timer.join()
        self.do("SELECT 1")

    def leave(self):
        """In the middle of a transaction."""
        self.do("BEGIN")
        self.do(f"UPDATE account SET balance = 0 WHERE id = {self.account()}")
        body = b"SELECT pg_sleep(0.01)\0"
        self.session.socket.sendall(b"Q" + struct.pack("!I", len(body) + 4) + body)
        self.session.close()
        self.session = self.soak.connect()


class Heavy:
    """How long short statements take while another session counts a cross join."""

    def __init__(self, port):
        self.address = ("127.0.0.1", port)

    def latency(self, seconds):
        session = Connection(self.address, "postgres", "postgres", {})
        for _ in range(300):
            session.query("SELECT 1", None)
        took, ends = [], time.monotonic() + seconds
        while time.monotonic() < ends:
            started = time.monotonic()
            session.query("SELECT 1", None)
            took.append(time.monotonic() - started)
        session.close()
        return sorted(took)[int(len(took) * 0.99)] * 1000

    def run(self, seconds):
        alone = self.latency(seconds)
        heavy = Connection(self.address, "postgres", "postgres", {})
        heavy.socket.settimeout(seconds + 60)
        counting = threading.Thread(target=heavy.query, args=(
            "SELECT count(*) FROM generate_series(1, 20000) a, generate_series(1, 100000) b", None))
        counting.start()
        beside = self.latency(seconds)
        heavy.cancel()
        counting.join()
        heavy.close()
        return alone, beside


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--double", type=int, required=True)
    options.add_argument("--real", type=int, required=True)
    options.add_argument("--seconds", type=float, default=180)
    options.add_argument("--sessions", type=int, default=200)
    options.add_argument("--seed", default=str(random.randrange(1 << 32)))
    args = options.parse_args()
    print(f"seed {args.seed}")
    failed = False
    for name, port in (("PostgreSQL", args.real), ("pgdouble", args.double)):
        soak = Soak(port, args.seconds, args.sessions, args.seed).run()
        errors = ", ".join(f"{soak.done[code]} {code}" for code in EXPECTED if soak.done[code])
        print(f"{name}: {soak.done['statements'] / soak.took:.0f} statements/s of {args.sessions}"
              f" sessions, {len(soak.notified)} notifications; {errors or 'no errors'}", flush=True)
        for what in soak.wrong[:10]:
            print(f"  wrong: {what}")
        failed |= bool(soak.wrong) and name == "pgdouble"
    for name, port in (("PostgreSQL", args.real), ("pgdouble", args.double)):
        alone, beside = Heavy(port).run(min(10, args.seconds / 3))
        print(f"{name}: p99 of SELECT 1 alone {alone:.2f} ms, beside a count(*) over a cross join"
              f" {beside:.2f} ms: {beside / alone:.1f} times")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
