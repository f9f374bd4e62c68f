"""Plays PostgreSQL's own regression files statement by statement on the double and on real servers.

Used by ci/regress, which starts the servers and names them. There are two real ones: the *whole* one
performs every statement; the *kept* one leaves out what the double refused, so that it stays in the
double's state. A statement's result is

    equal    as the whole one's
    refused  refused by the double, or as the kept one's: what differs follows from a refusal
    wrong    anything else
    unsteady the real servers do not agree with each other though nothing was left out

Rows count in their order only where the statement orders them. psql's commands that only show
something are passed over.
"""

import argparse
import collections
import json
import pathlib
import re
import sys
import time

from wire import Connection


class Script:
    """A file as psql reads it: statements, with psql's variables, and psql's own commands."""

    DOLLAR = re.compile(r"\$([A-Za-z_\x80-\uffff][A-Za-z0-9_\x80-\uffff]*)?\$")
    VARIABLE = re.compile(r":(?:([A-Za-z0-9_]+)|'([A-Za-z0-9_]+)'|\"([A-Za-z0-9_]+)\")")

    def __init__(self, text):
        self.text = text
        self.at = 0

    def steps(self):
        """Yields ("statement", text, places of variables) and ("command", line)."""
        start, depth, atomic = self.at, 0, 0
        while self.at < len(self.text):
            c = self.text[self.at]
            two = self.text[self.at:self.at + 2]
            if two == "--":
                self.skip_line()
            elif two == "/*":
                self.skip_comment()
            elif c in "'\"":
                self.skip_quoted(c)
            elif c == "$" and self.DOLLAR.match(self.text, self.at) and not self.in_word():
                tag = self.DOLLAR.match(self.text, self.at).group(0)
                end = self.text.find(tag, self.at + len(tag))
                self.at = len(self.text) if end < 0 else end + len(tag)
            elif c == "\\" and two == "\\;":
                self.text = self.text[:self.at] + " ;" + self.text[self.at + 2:]
                self.at += 2
            elif c == "\\":
                before = self.text[start:self.at]
                line = self.command()
                yield ("command", line, before)
                start, depth, atomic = self.at, 0, 0
            elif c == ";" and depth <= 0 and atomic == 0:
                self.at += 1
                yield ("statement", self.text[start:self.at], None)
                start, depth, atomic = self.at, 0, 0
            else:
                depth += {"(": 1, ")": -1}.get(c, 0)
                atomic = self.after_word(start, atomic)

    def in_word(self):
        return self.at > 0 and (self.text[self.at - 1].isalnum() or self.text[self.at - 1] in "_$")

    def after_word(self, start, atomic):
        """psql counts BEGIN, CASE and END inside CREATE FUNCTION … BEGIN ATOMIC."""
        word = re.compile(r"[A-Za-z_][A-Za-z0-9_$]*").match(self.text, self.at)
        if not word or self.in_word():
            self.at += 1
            return atomic
        self.at = word.end()
        upper = word.group(0).upper()
        creates = re.match(
            r"\s*CREATE\s+(OR\s+REPLACE\s+)?(FUNCTION|PROCEDURE)\b",
            re.sub(r"--[^\n]*\n|/\*.*?\*/", " ", self.text[start:start + 4000], flags=re.S), re.I)
        if creates and upper == "BEGIN" or atomic and upper in ("BEGIN", "CASE"):
            return atomic + 1
        return max(0, atomic - 1) if upper == "END" else atomic

    def skip_line(self):
        end = self.text.find("\n", self.at)
        self.at = len(self.text) if end < 0 else end + 1

    def skip_comment(self):
        depth = 0
        while self.at < len(self.text):
            two = self.text[self.at:self.at + 2]
            depth += {"/*": 1, "*/": -1}.get(two, 0)
            self.at += 2 if two in ("/*", "*/") else 1
            if depth == 0:
                return

    def skip_quoted(self, quote):
        escapes = quote == "'" and self.at > 0 and self.text[self.at - 1] in "eE" and (
            self.at < 2 or not (self.text[self.at - 2].isalnum() or self.text[self.at - 2] == "_"))
        self.at += 1
        while self.at < len(self.text) and self.text[self.at] != quote:
            self.at += 2 if escapes and self.text[self.at] == "\\" else 1
        self.at += 1

    def command(self):
        end = self.text.find("\n", self.at)
        end = len(self.text) if end < 0 else end
        separate = self.text.find("\\\\", self.at + 1, end)
        line = self.text[self.at:end if separate < 0 else separate]
        self.at = end if separate < 0 else separate + 2
        return line

    def copy_data(self):
        """What stands between a COPY FROM STDIN and its end marker."""
        self.skip_line()
        end = re.compile(r"^\\\.\r?$", re.M).search(self.text, self.at)
        stop = len(self.text) if not end else end.start()
        data = self.text[self.at:stop]
        self.at = len(self.text) if not end else end.end()
        return data.encode("utf-8", "surrogateescape")


def substituted(text, variables):
    """psql's variables outside of quotes, comments and dollar quotes."""
    parts = re.compile(
        r"'(?:[^']|'')*'|\"[^\"]*\"|--[^\n]*|(\$[A-Za-z_0-9]*\$).*?\1|::|:=|"
        + Script.VARIABLE.pattern, re.S)

    def put(match):
        plain, literal, identifier = match.group(2), match.group(3), match.group(4)
        name = plain or literal or identifier
        if not name or name not in variables:
            return match.group(0)
        value = variables[name]
        if plain:
            return value
        return "'" + value.replace("'", "''") + "'" if literal else '"' + value + '"'

    return parts.sub(put, text)


class Comparison:
    """The three servers side by side, through one file."""

    def __init__(self, servers, environment):
        self.servers = servers
        self.environment = environment
        self.left_out = False
        self.results = []
        self.conditions = []

    def play(self, path):
        script = Script(path.read_bytes().decode("utf-8", "surrogateescape"))
        self.connect("postgres", "regression")
        for kind, text, before in script.steps():
            if kind == "statement":
                self.statement(text, script, None)
            else:
                self.command(text, before, script)
        for one in self.connections:
            one.close()
        return self.results

    def connect(self, user, database):
        options = {"DateStyle": "Postgres, MDY", "TimeZone": "PST8PDT",
                   "application_name": "pg_regress", "client_encoding": "UTF8",
                   "options": "-c intervalstyle=postgres_verbose"}
        kept = [one.variables for one in getattr(self, "connections", [])] or [{}, {}, {}]
        for one in getattr(self, "connections", []):
            one.close()
        self.connections = [Connection(address, user, database, options) for address in self.servers]
        for one, variables in zip(self.connections, kept):
            one.variables = variables

    def statement(self, text, script, then):
        if not all(self.conditions):
            return
        stripped = re.sub(r"--[^\n]*|/\*.*?\*/", "", text, flags=re.S).strip()
        if stripped in ("", ";"):
            return
        double, whole, kept = self.connections
        data = []

        def copied():
            if not data:
                data.append(script.copy_data())
            return data[0]

        # What the whole server copies in decides how the file is read on.
        theirs = whole.query(substituted(text, whole.variables), copied)
        ours = double.query(substituted(text, double.variables), lambda: data[0] if data else b"")
        refusal = ours.refusal()
        if refusal is not None:
            self.left_out = True
            self.follow(kept, ours.status)
            reference = None
        else:
            reference = kept.query(
                substituted(text, kept.variables), lambda: data[0] if data else b"")
        self.judge(text, ours, (theirs, reference), refusal)
        if then:
            for connection, answer in zip(self.connections, (ours, theirs, reference)):
                if answer is not None:
                    then(connection, answer)
        self.reconnect_lost()

    def follow(self, kept, status):
        """What was left out may have begun a transaction block before it failed, or failed in one."""
        if not kept.closed and status == "I" and kept.status != "I":
            kept.query("ROLLBACK", None)
        if not kept.closed and status == "E":
            if kept.status == "I":
                kept.query("BEGIN", None)
            if kept.status == "T":
                kept.query("left out", None)

    def reconnect_lost(self):
        if any(one.closed for one in self.connections):
            self.connect("postgres", "regression")

    def judge(self, text, ours, real, refusal):
        theirs, reference = real
        ordered = re.search(r"\border\s+by\b", text, re.I) is not None
        if refusal is not None:
            self.results.append(("refused", text, refusal, None, None))
        elif ours.same(theirs, ordered):
            self.results.append(("equal", text, None, None, None))
        elif not self.left_out and not theirs.same(reference, ordered):
            self.results.append(("unsteady", text, None, None, None))
        elif ours.same(reference, ordered):
            self.results.append(("refused", text, "(follows from a refusal)", None, None))
        else:
            self.results.append(("wrong", text, None, ours.parts, reference.parts))

    def command(self, line, before, script):
        words = line.split()
        name = words[0]
        if name in ("\\if", "\\elif", "\\else", "\\endif"):
            self.condition(name, words[1:])
            return
        if not all(self.conditions):
            return
        if name in ("\\g", "\\gx", "\\gdesc", "\\crosstabview") or name.startswith("\\g "):
            self.statement(before, script, None)
        elif name == "\\gset":
            prefix = words[1] if len(words) > 1 else ""
            self.statement(before, script, lambda c, a: take(c, a, prefix))
        elif name == "\\gexec":
            self.execute_cells(before, script)
        elif name == "\\set":
            for one in self.connections:
                one.variables[words[1]] = "".join(
                    unquoted(substituted(w, one.variables)) for w in words[2:])
        elif name == "\\getenv" and words[2] in self.environment:
            for one in self.connections:
                one.variables[words[1]] = self.environment[words[2]]
        elif name in ("\\c", "\\connect"):
            database = words[1] if len(words) > 1 and words[1] != "-" else "regression"
            user = words[2] if len(words) > 2 and words[2] != "-" else "postgres"
            self.connect(user, unquoted(database))
        elif name == "\\copy" and re.search(r"\bfrom\s+(stdin|pstdin)\b", line, re.I):
            script.copy_data()

    def condition(self, name, words):
        if name == "\\if":
            value = substituted(words[0], self.connections[1].variables).lower()
            self.conditions.append(value in ("t", "true", "on", "1", "yes", "y"))
        elif name == "\\endif":
            self.conditions.pop()
        else:
            self.conditions[-1] = not self.conditions[-1]

    def execute_cells(self, before, script):
        cells = []
        self.statement(before, script,
                       lambda c, a: cells.append([v for row in a.rows() for v in row]))
        if cells:
            for cell in cells[min(1, len(cells) - 1)]:
                if cell is not None:
                    self.statement(cell, script, None)


def unquoted(word):
    return word[1:-1].replace("''", "'") if len(word) > 1 and word[0] == word[-1] == "'" else word


def take(connection, answer, prefix):
    rows = answer.rows()
    if len(rows) == 1:
        for name, value in zip(answer.column_names(), rows[0]):
            if value is None:
                connection.variables.pop(prefix + name, None)
            else:
                connection.variables[prefix + name] = value


# What psql makes of its own commands is not the server's.
OF_PSQL = ("psql", "psql_crosstab")


def schedule(source):
    files = []
    for line in (source / "parallel_schedule").read_text().splitlines():
        if line.startswith("test:"):
            files += line.split()[1:]
    return [f for f in files if f not in OF_PSQL]


def shown(parts):
    lines = []
    for part in parts:
        if part[0] == "rows":
            lines += [f"  row {row}" for row in part[1][:30]]
        else:
            lines.append("  " + " ".join(str(p) for p in part))
    return "\n".join(lines)


def report(name, results, directory):
    with open(directory / f"{name}.txt", "w", errors="surrogateescape") as out:
        for verdict, text, why, ours, theirs in results:
            if verdict == "wrong":
                out.write(f"==== wrong\n{text.strip()}\n-- pgdouble\n{shown(ours)}\n"
                          f"-- PostgreSQL\n{shown(theirs)}\n")
            elif verdict != "equal":
                out.write(f"==== {verdict}: {why or ''}\n{text.strip()}\n")


def line_of(name, counts):
    whole = counts["equal"] + counts["refused"] + counts["wrong"]
    part = {k: 100 * counts[k] / max(1, whole) for k in ("equal", "refused", "wrong")}
    return (f"{name:24} {whole:6} {counts['equal']:6} {part['equal']:5.1f} % "
            f"{counts['refused']:6} {part['refused']:5.1f} % {counts['wrong']:5} {part['wrong']:5.1f} %")


# The files of the types and statements that issue by issue are gone through first.
NAMED = """boolean char varchar text name int2 int4 int8 float4 float8 numeric uuid enum date time timestamp
timestamptz interval strings json jsonb arrays select select_distinct select_having subselect union case join
aggregates transactions portals update delete insert insert_conflict returning sequence temp prepare with window
truncate limit domain""".split()


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--source", type=pathlib.Path, required=True)
    options.add_argument("--output", type=pathlib.Path, required=True)
    options.add_argument("--double", required=True)
    options.add_argument("--whole", required=True)
    options.add_argument("--kept", required=True)
    options.add_argument("files", nargs="*")
    args = options.parse_args()
    args.output.mkdir(parents=True, exist_ok=True)
    servers = [("127.0.0.1", int(p)) for p in (args.double, args.whole, args.kept)]
    environment = {"PG_ABS_SRCDIR": str(args.source), "PG_ABS_BUILDDIR": str(args.source),
                   "PG_LIBDIR": "/nowhere", "PG_DLSUFFIX": ".so"}
    files = schedule(args.source)
    if args.files:
        files = [f for f in files if f in args.files or f == "test_setup"]
    print(f"{'file':24} {'whole':>6} {'equal':>14} {'refused':>14} {'wrong':>13}")
    totals, named, reasons = collections.Counter(), collections.Counter(), collections.Counter()
    left_out = False
    for name in files:
        started = time.monotonic()
        comparison = Comparison(servers, environment)
        comparison.left_out = left_out
        results = comparison.play(args.source / "sql" / f"{name}.sql")
        left_out = comparison.left_out
        counts = collections.Counter(r[0] for r in results)
        totals += counts
        if name in NAMED:
            named += counts
        reasons.update(r[2] for r in results if r[0] == "refused")
        report(name, results, args.output)
        print(line_of(name, counts), f"{time.monotonic() - started:6.1f} s", flush=True)
    print(line_of("named files", named))
    print(line_of("whole suite", totals))
    (args.output / "refusals.txt").write_text(
        "".join(f"{count:6} {why}\n" for why, count in reasons.most_common()))
    (args.output / "totals.json").write_text(json.dumps({"named": named, "whole": totals}))
    return 0 if args.files else kept_up({"named files": named, "whole suite": totals})


# Percent: the least that must be equal, and the most that may be wrong.
BOUNDS = {"named files": (84.3, 1.0), "whole suite": (63.0, 1.0)}


def kept_up(totals):
    behind = 0
    for name, (least, most) in BOUNDS.items():
        counts = totals[name]
        whole = counts["equal"] + counts["refused"] + counts["wrong"]
        equal, wrong = (100 * counts[k] / max(1, whole) for k in ("equal", "wrong"))
        if equal < least or wrong > most:
            print(f"{name}: {equal:.1f} % equal (expected: {least} or more),"
                  f" {wrong:.1f} % wrong (expected: {most} or less)")
            behind = 1
    return behind


if __name__ == "__main__":
    sys.exit(main())
