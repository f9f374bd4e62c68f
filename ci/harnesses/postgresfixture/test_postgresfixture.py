"""A life of a cluster of postgresfixture, on the programs of BINDIR."""

import os
import tempfile
import unittest
from contextlib import closing

from postgresfixture import cluster

# The folder of each version is a table that is made from where Debian has them.
cluster.PG_VERSION_BINS["15"] = os.environ["BINDIR"]


class Postgresfixture(unittest.TestCase):
    def setUp(self):
        # The sockets are in the data directory, and their paths are short.
        self.folder = tempfile.TemporaryDirectory(dir="/tmp")
        self.addCleanup(self.folder.cleanup)
        self.cluster = cluster.Cluster(os.path.join(self.folder.name, "db"), "15")
        self.addCleanup(self.cluster.destroy)

    def test_a_cluster_is_made_started_stopped_and_destroyed(self):
        self.assertFalse(self.cluster.exists)
        self.assertFalse(self.cluster.running)
        self.cluster.create()
        self.assertTrue(self.cluster.exists)
        self.assertFalse(self.cluster.running)
        self.cluster.start()
        self.assertTrue(self.cluster.running)
        self.assertTrue(os.path.exists(self.cluster.pidfile))
        self.cluster.stop()
        self.assertFalse(self.cluster.running)
        self.assertFalse(os.path.exists(self.cluster.pidfile))
        self.cluster.destroy()
        self.assertFalse(self.cluster.exists)

    def test_it_answers_on_its_unix_socket_alone(self):
        self.cluster.start()
        with closing(self.cluster.connect("postgres")) as connection:
            with closing(connection.cursor()) as cursor:
                cursor.execute("SELECT inet_server_port(), current_setting('fsync'), current_setting('listen_addresses')")
                self.assertEqual((None, "off", ""), cursor.fetchone())

    def test_databases_come_and_go(self):
        self.cluster.start()
        self.assertEqual({"postgres", "template0", "template1"}, self.cluster.databases)
        self.cluster.createdb("one")
        self.assertEqual({"one", "postgres", "template0", "template1"}, self.cluster.databases)
        self.cluster.dropdb("one")
        self.assertEqual({"postgres", "template0", "template1"}, self.cluster.databases)


if __name__ == "__main__":
    unittest.main()
