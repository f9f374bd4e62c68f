"""What the manual of testing.postgresql shows, on the programs of BINDIR."""

import os
import subprocess
import unittest
from contextlib import closing

import psycopg2
import testing.postgresql

BINDIR = os.environ["BINDIR"]
PROGRAMS = {"initdb": f"{BINDIR}/initdb", "postgres": f"{BINDIR}/postgres"}


def answer(server, query, **dsn):
    with closing(psycopg2.connect(**server.dsn(**dsn))) as connection:
        with connection.cursor() as cursor:
            cursor.execute(query)
            return cursor.fetchone()


def identifier(server):
    program = [f"{BINDIR}/pg_controldata", server.get_data_directory()]
    lines = subprocess.run(program, check=True, capture_output=True, text=True, env={"LANG": "C.UTF-8"}).stdout.splitlines()
    return [line for line in lines if line.startswith("Database system identifier:")]


class TestingPostgresql(unittest.TestCase):
    def test_a_server_has_a_database_of_its_own(self):
        with testing.postgresql.Postgresql(**PROGRAMS) as server:
            self.assertEqual(("test", "postgres"), answer(server, "SELECT current_database(), current_user"))
            self.assertEqual((4,), answer(server, "SELECT count(*) FROM pg_database"))
            self.assertTrue(server.is_alive())

    def test_a_stopped_server_is_gone_and_so_is_its_directory(self):
        server = testing.postgresql.Postgresql(**PROGRAMS)
        pid, directory, dsn = server.server_pid, server.base_dir, server.dsn()
        server.stop()
        self.assertFalse(os.path.exists(f"/proc/{pid}"))
        self.assertFalse(os.path.exists(directory))
        with self.assertRaises(psycopg2.OperationalError):
            psycopg2.connect(**dsn)

    def test_options_reach_initdb_and_postgres(self):
        with testing.postgresql.Postgresql(
            initdb_args="-U postgres -A trust --no-sync --lc-time=C -E UTF8",
            postgres_args="-h 127.0.0.1 -F -c logging_collector=off -c work_mem=7MB",
            **PROGRAMS,
        ) as server:
            self.assertEqual(("7MB",), answer(server, "SHOW work_mem"))
            self.assertEqual(("off",), answer(server, "SHOW fsync"))
            self.assertEqual(("C",), answer(server, "SHOW lc_time"))

    def test_two_servers_are_strangers(self):
        with testing.postgresql.Postgresql(**PROGRAMS) as one, testing.postgresql.Postgresql(**PROGRAMS) as other:
            directories = {answer(server, "SHOW data_directory") for server in (one, other)}
            self.assertEqual({(one.get_data_directory(),), (other.get_data_directory(),)}, directories)
            one.stop()
            self.assertEqual((1,), answer(other, "SELECT 1"))

    def test_a_directory_that_is_kept_is_started_again(self):
        directory = os.environ["WORK"] + "/kept"
        for _ in range(2):
            server = testing.postgresql.Postgresql(base_dir=directory, **PROGRAMS)
            self.assertEqual((1,), answer(server, "SELECT count(*) FROM pg_database WHERE datname = 'test'"))
            server.stop()
        self.assertTrue(os.path.exists(f"{directory}/data/PG_VERSION"))

    def test_a_factory_copies_the_directory_it_has_made_once(self):
        with_cache = testing.postgresql.PostgresqlFactory(cache_initialized_db=True, **PROGRAMS)
        try:
            with with_cache() as one, with_cache() as other:
                self.assertEqual(identifier(one), identifier(other))
                self.assertNotEqual(answer(one, "SHOW data_directory"), answer(other, "SHOW data_directory"))
        finally:
            with_cache.clear_cache()

    def test_a_server_that_cannot_start_tells_its_log(self):
        with self.assertRaisesRegex(RuntimeError, 'unrecognized configuration parameter "nosuch"'):
            testing.postgresql.Postgresql(postgres_args="-h 127.0.0.1 -c nosuch=1", **PROGRAMS)


if __name__ == "__main__":
    unittest.main()
