'use strict';
// Plays failover through node-postgres and prints what it saw.

const net = require('node:net');
const readline = require('node:readline');
const { Client, Pool } = require('pg');

const PAUSE = 20;
const PATIENCE = 10000;

/** Servers of the test's own, which end with it: PGSTEER says where, ../README.md tells the words. */
class Steering {
  constructor(where) {
    const [host, port] = where.split(':');
    this.socket = net.connect(Number(port), host);
    this.answers = readline.createInterface({ input: this.socket })[Symbol.asyncIterator]();
    this.ports = [];
  }

  async say(line) {
    this.socket.write(line + '\n');
    const answer = (await this.answers.next()).value.split(' ');
    if (answer[0] !== 'ok') throw new Error(`${line}: ${answer.join(' ')}`);
    return answer.slice(1);
  }

  async servers(...kinds) {
    const addresses = await this.say('servers ' + kinds.join(' '));
    this.ports = addresses.map((address) => Number(address.split(':')[1]));
  }

  async stop(signal) {
    await this.say(`1 postmaster ${signal}`);
    await this.say('1 server await gone');
  }

  async start() {
    await this.say('1 server start');
    await this.say('1 server await open');
  }

  async crashAndStayInRecovery(pid) {
    await this.say('1 server hold-recovery');
    await this.say(`1 server signal KILL ${pid}`);
    await this.say('1 server await refusing');
  }

  async recover() {
    await this.say('1 server release-recovery');
    await this.say('1 server await open');
  }

  named(text) {
    return this.ports.reduce((t, port, i) => t.replaceAll(String(port), `PORT${i + 1}`), text);
  }

  end() {
    this.socket.end();
  }
}

const steering = new Steering(process.env.PGSTEER);

function address() {
  return { host: '127.0.0.1', port: steering.ports[0], user: 'postgres', database: 'postgres' };
}

function words(error) {
  return `${error.code || 'no code'} ${error.message}`;
}

async function say(moment, attempt) {
  let answer;
  try {
    answer = String(await attempt());
  } catch (error) {
    answer = words(error);
  }
  console.log(`${moment}: ${steering.named(answer)}`);
}

async function until(condition) {
  const end = Date.now() + PATIENCE;
  while (!condition()) {
    if (Date.now() > end) throw new Error('it does not come');
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

async function one(client, sql = 'SELECT 1 AS value') {
  return Object.values((await client.query(sql)).rows[0])[0];
}

/** A client that writes down which errors come to it unasked. */
class Watched {
  constructor() {
    this.events = [];
    this.ended = false;
    this.client = new Client(address());
    this.client.on('error', (error) => this.events.push(words(error)));
    this.client.on('end', () => { this.ended = true; });
  }

  async over() {
    await until(() => this.ended);
    return this.events.join(', ') || 'nothing';
  }
}

async function connected() {
  const watched = new Watched();
  await watched.client.connect();
  return watched;
}

async function newcomer() {
  const watched = new Watched();
  try {
    await watched.client.connect();
    return await one(watched.client);
  } finally {
    await watched.client.end().catch(() => {});
  }
}

/** What an idle and a busy client hear when something happens to their server. */
async function lost(moment, happens) {
  const idle = await connected();
  const busy = await connected();
  const sleep = say(`${moment}, busy`, () => one(busy.client, 'SELECT pg_sleep(60)'));
  const running = "SELECT count(*)::int FROM pg_stat_activity WHERE wait_event = 'PgSleep'";
  for (let seen = 0; seen === 0;) seen = await one(idle.client, running);
  await happens(idle.client.processID);
  await sleep;
  await say(`${moment}, idle hears`, () => idle.over());
  await say(`${moment}, idle asks`, () => one(idle.client));
  await say(`${moment}, newcomer`, newcomer);
}

async function sessions() {
  await steering.servers('primary');
  await lost('crash', (pid) => steering.crashAndStayInRecovery(pid));
  await steering.recover();
  await lost('fast shutdown', () => steering.stop('INT'));
  await steering.start();
  await lost('immediate shutdown', () => steering.stop('QUIT'));
  await steering.start();
  await say('afterwards', newcomer);
}

/** A pool of three: how many of its clients are lost, and when it serves again. */
async function pooled(moment, happens, comesBack) {
  const pool = new Pool({ ...address(), max: 3 });
  const errors = [];
  pool.on('error', (error) => errors.push(words(error)));
  const clients = await Promise.all([1, 2, 3].map(() => pool.connect()));
  const pid = clients[0].processID;
  clients.forEach((client) => client.release());
  await happens(pid);
  await until(() => errors.length === 3);
  await say(`${moment}, pool hears`, () => errors.sort().join(', '));
  await say(`${moment}, pool has`, () => pool.totalCount);
  await say(`${moment}, pool asks`, () => one(pool));
  await comesBack();
  await say(`${moment}, pool asks again`, () => one(pool));
  await pool.end();
}

async function pools() {
  await steering.servers('primary');
  await pooled('crash', (pid) => steering.crashAndStayInRecovery(pid), () => steering.recover());
  await pooled('fast shutdown', () => steering.stop('INT'), () => steering.start());
  await pooled('immediate shutdown', () => steering.stop('QUIT'), () => steering.start());
}

sessions().then(pools).then(() => steering.end());
