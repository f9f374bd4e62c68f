"""A libpq, loaded without anything between."""

import ctypes
import ctypes.util
import os

STATUS = {0: "OK", 1: "BAD"}
RESULT = {1: "COMMAND_OK", 2: "TUPLES_OK", 7: "FATAL_ERROR"}
TRANSACTION = {0: "IDLE", 1: "ACTIVE", 2: "INTRANS", 3: "INERROR", 4: "UNKNOWN"}
PING = {0: "OK", 1: "REJECT", 2: "NO_RESPONSE", 3: "NO_ATTEMPT"}
SQLSTATE = ord("C")

NOTICE_RECEIVER = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)


def load(path):
    """The functions used here, with their types."""
    pq = ctypes.CDLL(path or ctypes.util.find_library("pq") or "libpq.so.5")
    texts = ["PQerrorMessage", "PQport", "PQresultErrorMessage"]
    numbers = ["PQstatus", "PQbackendPID", "PQtransactionStatus", "PQresultStatus"]
    for name in texts:
        getattr(pq, name).restype = ctypes.c_char_p
        getattr(pq, name).argtypes = [ctypes.c_void_p]
    for name in numbers:
        getattr(pq, name).argtypes = [ctypes.c_void_p]
    pq.PQconnectdb.restype = pq.PQgetResult.restype = ctypes.c_void_p
    pq.PQconnectdb.argtypes = pq.PQping.argtypes = [ctypes.c_char_p]
    pq.PQsendQuery.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    pq.PQparameterStatus.restype = ctypes.c_char_p
    pq.PQparameterStatus.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    pq.PQresultErrorField.restype = ctypes.c_char_p
    pq.PQresultErrorField.argtypes = [ctypes.c_void_p, ctypes.c_int]
    pq.PQgetvalue.restype = ctypes.c_char_p
    pq.PQgetvalue.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
    pq.PQsetNoticeReceiver.argtypes = [ctypes.c_void_p, NOTICE_RECEIVER, ctypes.c_void_p]
    for name in ["PQfinish", "PQreset", "PQclear", "PQgetResult"]:
        getattr(pq, name).argtypes = [ctypes.c_void_p]
    return pq


class Connection:
    """One connection, and the notices that came by it."""

    def __init__(self, pq, conninfo):
        self.pq = pq
        self.notices = []
        self.receiver = NOTICE_RECEIVER(self.receive)
        self.handle = pq.PQconnectdb(conninfo.encode())
        pq.PQsetNoticeReceiver(self.handle, self.receiver, None)

    def receive(self, _, result):
        self.notices.append(self.pq.PQresultErrorField(result, SQLSTATE).decode())

    def status(self):
        return STATUS[self.pq.PQstatus(self.handle)]

    def transaction(self):
        return TRANSACTION[self.pq.PQtransactionStatus(self.handle)]

    def error(self):
        return " ".join(self.pq.PQerrorMessage(self.handle).decode().split())

    def port(self):
        return self.pq.PQport(self.handle).decode()

    def pid(self):
        return self.pq.PQbackendPID(self.handle)

    def parameter(self, name):
        value = self.pq.PQparameterStatus(self.handle, name.encode())
        return value.decode() if value is not None else "not reported"

    def reached(self):
        """Which server, or why none."""
        return self.port() if self.status() == "OK" else self.error()

    def run(self, sql):
        """All results: the only value, or the error, its code and what libpq says of it."""
        if not self.pq.PQsendQuery(self.handle, sql.encode()):
            return f"not sent: {self.error()}"
        answers = []
        while result := self.pq.PQgetResult(self.handle):
            answers.append(self.answer(result))
            self.pq.PQclear(result)
        return " / ".join(answers)

    def answer(self, result):
        kind = RESULT[self.pq.PQresultStatus(result)]
        if kind == "TUPLES_OK":
            return self.pq.PQgetvalue(result, 0, 0).decode()
        if kind == "FATAL_ERROR":
            state = self.pq.PQresultErrorField(result, SQLSTATE)
            text = " ".join(self.pq.PQresultErrorMessage(result).decode().split())
            return f"{state.decode() if state else 'no SQLSTATE'}: {text}"
        return kind

    def reset(self):
        self.pq.PQreset(self.handle)

    def finish(self):
        self.pq.PQfinish(self.handle)
        self.handle = None
