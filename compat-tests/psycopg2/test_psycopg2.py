"""psycopg2 against whatever server the environment names."""

import datetime
import decimal
import threading
import time
import unittest
import uuid

import psycopg2
import psycopg2.extensions
import psycopg2.extras


class Psycopg2(unittest.TestCase):
    def setUp(self):
        self.connection = psycopg2.connect("")
        self.cursor = self.connection.cursor()

    def tearDown(self):
        self.connection.close()

    def one(self, sql, args=None):
        self.cursor.execute(sql, args)
        return self.cursor.fetchone()[0]

    def test_connects_and_reads_what_the_server_reports(self):
        self.assertGreaterEqual(self.connection.server_version, 140000)
        self.assertEqual(self.connection.encoding, "UTF8")
        self.assertEqual(self.connection.get_parameter_status("integer_datetimes"), "on")
        self.assertGreater(self.connection.get_backend_pid(), 0)

    def test_values_go_there_and_back(self):
        values = [
            42, 2**40, True, None, 1.5, decimal.Decimal("12345.678900"), "h\u00e9''llo \\ \u4e16",
            datetime.date(2024, 2, 29), datetime.datetime(2024, 2, 29, 12, 30, 15, 250000),
            datetime.time(1, 2, 3), [1, 2, None], ["a", 'b"c', "d\\e"],
        ]
        casts = ["int4", "int8", "bool", "text", "float8", "numeric", "text", "date", "timestamp",
                 "time", "int4[]", "text[]"]
        for value, cast in zip(values, casts):
            with self.subTest(cast=cast):
                self.assertEqual(self.one("SELECT %s::" + cast, (value,)), value)

    def test_bytes_intervals_and_zones(self):
        self.assertEqual(bytes(self.one("SELECT %s::bytea", (psycopg2.Binary(b"\x00\xff'"),))),
                         b"\x00\xff'")
        self.assertEqual(self.one("SELECT interval '1 day 02:03:04'"),
                         datetime.timedelta(days=1, hours=2, minutes=3, seconds=4))
        utc = datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc)
        self.assertEqual(self.one("SELECT %s::timestamptz", (utc,)), utc)

    def test_json_and_uuid(self):
        psycopg2.extras.register_uuid()
        self.assertEqual(self.one("""SELECT '{"a": [1, 2, {"b": null}]}'::jsonb"""),
                         {"a": [1, 2, {"b": None}]})
        key = uuid.UUID("00112233-4455-6677-8899-aabbccddeeff")
        self.assertEqual(self.one("SELECT %s::uuid", (key,)), key)

    def test_description_names_types(self):
        self.cursor.execute("SELECT 1 AS a, 'x'::varchar(7) AS b, 1.5::numeric(10,2) AS c")
        found = [(d.name, d.type_code, d.precision, d.scale) for d in self.cursor.description]
        self.assertEqual(found, [("a", 23, None, None), ("b", 1043, None, None),
                                 ("c", 1700, 10, 2)])

    def test_an_error_aborts_the_transaction_until_rollback(self):
        with self.assertRaises(psycopg2.errors.DivisionByZero) as caught:
            self.cursor.execute("SELECT 1/0")
        self.assertEqual(caught.exception.pgcode, "22012")
        self.assertEqual(self.connection.info.transaction_status,
                         psycopg2.extensions.TRANSACTION_STATUS_INERROR)
        with self.assertRaises(psycopg2.errors.InFailedSqlTransaction):
            self.cursor.execute("SELECT 1")
        self.connection.rollback()
        self.assertEqual(self.one("SELECT 1"), 1)

    def test_errors_carry_their_fields(self):
        with self.assertRaises(psycopg2.errors.SyntaxError) as caught:
            self.cursor.execute("SELECT 1 FROM FROM")
        diag = caught.exception.diag
        self.assertEqual(diag.severity, "ERROR")
        self.assertEqual(diag.severity_nonlocalized, "ERROR")
        self.assertEqual(diag.message_primary, 'syntax error at or near "FROM"')
        self.assertEqual(diag.statement_position, "15")
        self.assertTrue(diag.source_file and diag.source_line and diag.source_function)

    def test_savepoints(self):
        self.cursor.execute("SAVEPOINT a")
        with self.assertRaises(psycopg2.DataError):
            self.cursor.execute("SELECT 'x'::int")
        self.cursor.execute("ROLLBACK TO SAVEPOINT a")
        self.assertEqual(self.one("SELECT 5"), 5)

    def test_a_named_cursor_fetches_in_parts(self):
        with self.connection.cursor("parts") as cursor:
            cursor.itersize = 7
            cursor.execute("SELECT * FROM generate_series(1, 50)")
            self.assertEqual([row[0] for row in cursor], list(range(1, 51)))

    def test_a_scrollable_cursor_moves_back(self):
        with self.connection.cursor("back", scrollable=True) as cursor:
            cursor.execute("SELECT * FROM generate_series(1, 10)")
            self.assertEqual(len(cursor.fetchmany(5)), 5)
            cursor.scroll(-3)
            self.assertEqual(cursor.fetchone()[0], 3)
            cursor.scroll(8, mode="absolute")
            self.assertEqual(cursor.fetchone()[0], 9)

    def test_autocommit_isolation_and_read_only(self):
        self.connection.set_session(isolation_level="SERIALIZABLE", readonly=True)
        self.assertEqual(self.one("SHOW transaction_isolation"), "serializable")
        self.assertEqual(self.one("SHOW transaction_read_only"), "on")
        self.connection.rollback()
        self.connection.autocommit = True
        self.cursor.execute("SELECT 1")
        self.assertEqual(self.connection.info.transaction_status,
                         psycopg2.extensions.TRANSACTION_STATUS_IDLE)

    def test_notices_are_heard(self):
        self.connection.autocommit = True
        self.cursor.execute("COMMIT")
        self.assertIn("there is no transaction in progress", self.connection.notices[-1])

    def test_cancel_ends_the_statement_and_not_the_session(self):
        timer = threading.Timer(0.3, self.connection.cancel)
        timer.start()
        before = time.monotonic()
        with self.assertRaises(psycopg2.errors.QueryCanceled) as caught:
            self.cursor.execute("SELECT pg_sleep(20)")
        self.assertLess(time.monotonic() - before, 10)
        self.assertIn("due to user request", str(caught.exception))
        timer.join()
        self.connection.rollback()
        self.assertEqual(self.one("SELECT 1"), 1)

    def test_statement_timeout(self):
        self.cursor.execute("SET statement_timeout = 100")
        with self.assertRaises(psycopg2.errors.QueryCanceled) as caught:
            self.cursor.execute("SELECT pg_sleep(20)")
        self.assertIn("due to statement timeout", str(caught.exception))

    def test_options_and_application_name_come_with_the_startup_packet(self):
        other = psycopg2.connect("", application_name="compat test",
                                 options="-c statement_timeout=7s -c search_path=a,b")
        with other.cursor() as cursor:
            cursor.execute("SHOW application_name")
            self.assertEqual(cursor.fetchone()[0], "compat test")
            cursor.execute("SHOW statement_timeout")
            self.assertEqual(cursor.fetchone()[0], "7s")
            cursor.execute("SHOW search_path")
            self.assertEqual(cursor.fetchone()[0], "a,b")
        other.close()

    def test_refusals_at_startup(self):
        with self.assertRaisesRegex(psycopg2.OperationalError, 'database "nosuch" does not exist'):
            psycopg2.connect("dbname=nosuch")
        with self.assertRaisesRegex(psycopg2.OperationalError, 'role "nosuch" does not exist'):
            psycopg2.connect("user=nosuch")
        with self.assertRaisesRegex(psycopg2.OperationalError,
                                    'unrecognized configuration parameter "nosuch"'):
            psycopg2.connect("", options="-c nosuch=1")

    def test_client_encoding(self):
        self.connection.set_client_encoding("LATIN1")
        self.assertEqual(self.one("SELECT '\u00e9'"), "\u00e9")
        self.assertEqual(self.connection.get_parameter_status("client_encoding"), "LATIN1")

    def test_reset_brings_the_session_back(self):
        self.cursor.execute("SET application_name TO 'x'")
        self.connection.reset()
        self.assertNotEqual(self.one("SHOW application_name"), "x")

    def test_a_megabyte_goes_through_in_both_directions(self):
        text = "x" * (1 << 20)
        self.assertEqual(self.one("SELECT %s", (text,)), text)


if __name__ == "__main__":
    unittest.main()
