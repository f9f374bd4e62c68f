"""PostgreSQL's protocol as the runners of its own test suites need it: ci/regress.py, ci/isolation.py."""

import re
import socket
import struct

FIRST_NORMAL_OID = 16384
SHOWN_FIELDS = "SVCMDHPpqWstcdn"
REFUSAL = "pgdouble does not simulate "
SECONDS_TO_ANSWER = 30


class Connection:
    """One session; a statement's answer is a list of plain values that can be compared."""

    def __init__(self, address, user, database, options):
        self.address = address
        self.closed = False
        self.status = "I"
        self.socket = socket.create_connection(address, 10)
        self.socket.settimeout(SECONDS_TO_ANSWER)
        self.data = b""
        self.variables = {}
        pairs = {"user": user, "database": database, **options}
        body = struct.pack("!I", 196608) + b"".join(
            k.encode() + b"\0" + v.encode() + b"\0" for k, v in pairs.items()) + b"\0"
        self.socket.sendall(struct.pack("!I", len(body) + 4) + body)
        self.opening = self.answer(None)

    def close(self):
        self.closed = True
        self.socket.close()

    def message(self):
        while len(self.data) < 5 or len(self.data) < 1 + struct.unpack("!I", self.data[1:5])[0]:
            more = self.socket.recv(1 << 16)
            if not more:
                raise ConnectionError("closed")
            self.data += more
        return self.taken()

    def taken(self):
        length = struct.unpack("!I", self.data[1:5])[0]
        kind, body = chr(self.data[0]), self.data[5:1 + length]
        self.data = self.data[1 + length:]
        if kind == "K":
            self.key = body
        return kind, body

    def cancel(self):
        with socket.create_connection(self.address, 10) as to:
            to.sendall(struct.pack("!II", 16, 80877102) + self.key)
            to.recv(1)

    def query(self, text, copied):
        if self.closed:
            return Answer([("lost",)], "")
        body = text.encode("utf-8", "surrogateescape") + b"\0"
        try:
            self.socket.sendall(b"Q" + struct.pack("!I", len(body) + 4) + body)
        except OSError:
            self.close()
            return Answer([("lost",)], "")
        return self.answer(copied)

    def answer(self, copied):
        """All up to ReadyForQuery. `copied` gives the lines that a COPY FROM STDIN reads."""
        answer = Answer([], "")
        try:
            while True:
                kind, body = self.message()
                if kind == "G":
                    data = copied() if copied else b""
                    self.socket.sendall(b"d" + struct.pack("!I", len(data) + 4) + data)
                    self.socket.sendall(b"c" + struct.pack("!I", 4))
                answer.add(kind, body)
                if kind == "Z":
                    self.status = answer.status
                    return answer
        except socket.timeout:
            self.close()
            answer.parts.append(("no answer",))
        except OSError:
            self.close()
            answer.parts.append(("lost",))
        return answer


def fields_of_report(body):
    fields = {}
    for one in body.rstrip(b"\0").split(b"\0"):
        if one:
            fields[chr(one[0])] = one[1:].decode("utf-8", "replace")
    return tuple((k, without_number(fields[k])) for k in SHOWN_FIELDS if k in fields)


def without_number(text):
    """Which of the schemas for temporary objects a session gets depends on who was there before."""
    return re.sub(r"\bpg_temp_\d+", "pg_temp_N", text)


def own(oid):
    return "own" if oid >= FIRST_NORMAL_OID else oid


def columns(body):
    count, at, found = struct.unpack("!H", body[:2])[0], 2, []
    for _ in range(count):
        end = body.index(b"\0", at)
        table, number, kind, size, modifier, form = struct.unpack("!IhIhih", body[end + 1:end + 19])
        found.append((body[at:end].decode("utf-8", "replace"), own(table), number, own(kind), size,
                      modifier, form))
        at = end + 19
    return tuple(found)


def values(body):
    count, at, found = struct.unpack("!H", body[:2])[0], 2, []
    for _ in range(count):
        length = struct.unpack("!i", body[at:at + 4])[0]
        at += 4
        found.append(None if length < 0 else body[at:at + length].decode("utf-8", "replace"))
        at += max(length, 0)
    return tuple(found)


class Answer:
    def __init__(self, parts, status):
        self.parts = parts
        self.status = status

    def add(self, kind, body):
        if kind == "D":
            row = values(body)
            if self.parts and self.parts[-1][0] == "rows":
                self.parts[-1][1].append(row)
            else:
                self.parts.append(("rows", [row]))
        elif kind == "T":
            self.parts.append(("columns", columns(body)))
        elif kind in "EN":
            self.parts.append(("error" if kind == "E" else "notice", fields_of_report(body)))
        elif kind == "Z":
            self.status = body.decode()
            self.parts.append(("ready", self.status))
        elif kind == "d":
            self.parts.append(("copied", body))
        elif kind in "CS":
            self.parts.append((kind, body.rstrip(b"\0").split(b"\0")))
        elif kind == "A":
            self.parts.append((kind, body[4:]))
        elif kind not in "KcR":
            self.parts.append((kind, body))

    def refusal(self):
        for part in self.parts:
            if part[0] == "error":
                fields = dict(part[1])
                if fields.get("C") == "0A000" and fields.get("M", "").startswith(REFUSAL):
                    return fields["M"][len(REFUSAL):]
        return None

    def rows(self):
        return [row for part in self.parts if part[0] == "rows" for row in part[1]]

    def column_names(self):
        return [c[0] for part in self.parts if part[0] == "columns" for c in part[1]]

    def same(self, other, ordered):
        if ordered:
            return self.parts == other.parts
        return unordered(self.parts) == unordered(other.parts)


def unordered(parts):
    return [("rows", sorted(part[1], key=repr)) if part[0] == "rows" else part for part in parts]
