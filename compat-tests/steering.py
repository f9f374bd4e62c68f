"""Steers the servers of a test: PGSTEER says where, README.md tells the words."""

import os
import socket
import sys


class Steering:
    """Servers of the test's own. They end with it."""

    def __init__(self):
        where = os.environ.get("PGSTEER")
        if not where:
            print("found no servers to steer (expected: PGSTEER, as ci/compat sets it)")
            sys.exit(127)
        host, port = where.rsplit(":", 1)
        self.lines = socket.create_connection((host, int(port))).makefile("rw")
        self.ports = []

    def say(self, line):
        """Has something done, and returns when it is."""
        self.lines.write(line + "\n")
        self.lines.flush()
        answer = self.lines.readline().split()
        if answer[:1] != ["ok"]:
            raise RuntimeError(line + ": " + " ".join(answer))
        return answer[1:]

    def servers(self, *kinds):
        """Starts servers in place of the former ones."""
        addresses = self.say("servers " + " ".join(kinds))
        self.ports = [int(address.rsplit(":", 1)[1]) for address in addresses]

    def postmaster(self, server, signal):
        self.say(f"{server} postmaster {signal}")

    def server(self, server, act):
        self.say(f"{server} server {act}")

    def stop(self, server, signal):
        """INT: fast; QUIT: at once. Returns when nobody listens."""
        self.postmaster(server, signal)
        self.server(server, "await gone")

    def start(self, server):
        self.server(server, "start")
        self.server(server, "await open")

    def crash_and_stay_in_recovery(self, server, pid):
        self.server(server, "hold-recovery")
        self.server(server, f"signal KILL {pid}")
        self.server(server, "await refusing")

    def recover(self, server):
        self.server(server, "release-recovery")
        self.server(server, "await open")

    def named(self, text):
        """A text with words in place of ports."""
        for number, port in enumerate(self.ports, 1):
            text = text.replace(str(port), f"PORT{number}")
        return text
