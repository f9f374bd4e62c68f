'use strict';
// node-postgres against whatever server the environment names.
const assert = require('node:assert/strict');
const { test, beforeEach, afterEach } = require('node:test');
const { Client, Pool, types } = require('pg');
const Cursor = require('pg-cursor');
const QueryStream = require('pg-query-stream');

let client;
beforeEach(async () => {
  client = new Client();
  await client.connect();
});
afterEach(() => client.end());

const one = async (text, values) => (await client.query(text, values)).rows[0];

test('a simple query answers rows with names and types', async () => {
  const result = await client.query("SELECT 1 AS a, 'x'::text AS b, NULL AS c");
  assert.deepEqual(result.rows, [{ a: 1, b: 'x', c: null }]);
  assert.deepEqual(result.fields.map((f) => [f.name, f.dataTypeID, f.format]),
    [['a', 23, 'text'], ['b', 25, 'text'], ['c', 25, 'text']]);
  assert.equal(result.command, 'SELECT');
  assert.equal(result.rowCount, 1);
});

test('several statements in one string give several results', async () => {
  const results = await client.query('SELECT 1 AS a; SELECT 2 AS b, 3 AS c; BEGIN; COMMIT');
  assert.deepEqual(results.map((r) => r.command), ['SELECT', 'SELECT', 'BEGIN', 'COMMIT']);
});

test('an empty query is answered', async () => {
  const result = await client.query(';');
  assert.equal(result.command, null);
});

test('parameters of every common type go there and back', async () => {
  const row = await one(
    'SELECT $1::int AS i, $2::bigint AS l, $3::text AS t, $4::bool AS b, $5::float8 AS f,' +
    ' $6::numeric AS n, $7::bytea AS y, $8::jsonb AS j, $9::int[] AS a, $10::date AS d',
    [7, '9007199254740993', "h\u00e9''", true, 0.1, '1.500', Buffer.from([0, 255]),
      { k: [1, null] }, [1, 2, null], '2024-02-29']);
  assert.equal(row.i, 7);
  assert.equal(row.l, '9007199254740993');
  assert.equal(row.t, "h\u00e9''");
  assert.equal(row.b, true);
  assert.equal(row.f, 0.1);
  assert.equal(row.n, '1.500');
  assert.deepEqual(row.y, Buffer.from([0, 255]));
  assert.deepEqual(row.j, { k: [1, null] });
  assert.deepEqual(row.a, [1, 2, null]);
  assert.equal(types.getTypeParser(1082)('2024-02-29').getTime(), row.d.getTime());
});

test('types the client does not name are inferred', async () => {
  const row = await one('SELECT $1 + 1 AS n, $2 || \'x\' AS t, coalesce($3, now()) AS z', [1, 'y', null]);
  assert.equal(row.n, 2);
  assert.equal(row.t, 'yx');
  assert.ok(row.z instanceof Date);
});

test('a named statement is parsed once and bound often', async () => {
  for (let i = 0; i < 5; i++) {
    const result = await client.query({ name: 'add', text: 'SELECT $1::int + 1 AS n', values: [i] });
    assert.equal(result.rows[0].n, i + 1);
  }
  const { rows } = await client.query('SELECT name, statement FROM pg_prepared_statements');
  assert.deepEqual(rows, [{ name: 'add', statement: 'SELECT $1::int + 1 AS n' }]);
});

test('binary results', async () => {
  const result = await client.query({ text: 'SELECT $1::int AS n, $2::text AS t', values: [5, 'z'], binary: true });
  assert.deepEqual(result.rows, [{ n: 5, t: 'z' }]);
  assert.equal(result.fields[0].format, 'binary');
});

test('an error carries its fields and leaves the session usable', async () => {
  await assert.rejects(client.query('SELECT nosuch'), (e) => {
    assert.equal(e.code, '42703');
    assert.equal(e.severity, 'ERROR');
    assert.equal(e.position, '8');
    assert.equal(e.message, 'column "nosuch" does not exist');
    assert.ok(e.file && e.line && e.routine);
    return true;
  });
  await assert.rejects(client.query('SELECT $1::int', ['x']), { code: '22P02' });
  await assert.rejects(client.query('SELECT 1/$1::int', [0]), { code: '22012' });
  assert.equal((await one('SELECT 1 AS n')).n, 1);
});

test('queued queries are answered in order, errors among them', async () => {
  const all = await Promise.allSettled([
    client.query('SELECT 1 AS n'), client.query('SELECT 1/0'), client.query('SELECT $1::int AS n', [3]),
  ]);
  assert.deepEqual(all.map((r) => r.status), ['fulfilled', 'rejected', 'fulfilled']);
  assert.equal(all[2].value.rows[0].n, 3);
});

test('a cursor reads a portal in parts', async () => {
  const cursor = client.query(new Cursor('SELECT * FROM generate_series(1, $1::int) AS n', [25]));
  const sizes = [];
  for (let rows; (rows = await cursor.read(10)).length > 0;) sizes.push(rows.length);
  assert.deepEqual(sizes, [10, 10, 5]);
  await cursor.close();
});

test('a stream reads all rows', async () => {
  let sum = 0;
  for await (const row of client.query(new QueryStream('SELECT generate_series(1, 1000) AS n', [], { batchSize: 50 }))) {
    sum += row.n;
  }
  assert.equal(sum, 500500);
});

test('transactions show in the tags', async () => {
  await client.query('BEGIN');
  await assert.rejects(client.query('SELECT 1/0'));
  await assert.rejects(client.query('SELECT 1'), { code: '25P02' });
  assert.equal((await client.query('COMMIT')).command, 'ROLLBACK');
});

test('notices are events', async () => {
  const notice = new Promise((resolve) => client.once('notice', resolve));
  await client.query('COMMIT');
  const { code, severity, message } = await notice;
  assert.deepEqual([code, severity, message],
    ['25P01', 'WARNING', 'there is no transaction in progress']);
});

test('settings come with the startup packet', async () => {
  const other = new Client({
    application_name: 'compat', statement_timeout: 300, lock_timeout: 1000,
    idle_in_transaction_session_timeout: 5000, options: '-c search_path=public',
  });
  await other.connect();
  const show = async (name) => (await other.query(`SELECT current_setting('${name}') AS v`)).rows[0].v;
  assert.equal(await show('application_name'), 'compat');
  assert.equal(await show('statement_timeout'), '300ms');
  assert.equal(await show('search_path'), 'public');
  await assert.rejects(other.query('SELECT pg_sleep(10)'), { code: '57014' });
  await other.end();
});

test('refusals at startup', async () => {
  await assert.rejects(new Client({ database: 'nosuch' }).connect(), { code: '3D000' });
  await assert.rejects(new Client({ user: 'nosuch' }).connect(), { code: '28000' });
});

test('a terminated backend is an error and an end', async () => {
  const other = new Client();
  await other.connect();
  const { pid } = (await other.query('SELECT pg_backend_pid() AS pid')).rows[0];
  const errors = [];
  other.on('error', (e) => errors.push(e));
  const end = new Promise((resolve) => other.once('end', resolve));
  assert.equal((await one('SELECT pg_terminate_backend($1) AS done', [pid])).done, true);
  await end;
  assert.equal(errors[0].code, '57P01');
});

test('a pool hands connections around', async () => {
  const pool = new Pool({ max: 5 });
  const rows = await Promise.all(Array.from({ length: 50 }, (_, i) => pool.query('SELECT $1::int AS n', [i])));
  assert.deepEqual(rows.map((r) => r.rows[0].n), Array.from({ length: 50 }, (_, i) => i));
  await pool.end();
});
