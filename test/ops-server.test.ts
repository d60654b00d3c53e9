import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { type OpsServer, type Readiness, startOpsServer } from '../src/ops-server.ts';
import { noLog } from './support/no-log.ts';

let server: OpsServer;
afterEach(() => server.stop());

const start = async (ready: () => Promise<Readiness>) => {
  server = await startOpsServer({ port: 0, log: noLog, ready, metrics: async () => 'send_total 1\n' });
};
const ask = async (path: string, method = 'GET') => {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { method });
  return { status: response.status, body: method === 'HEAD' ? null : await response.json() };
};

it('the process is alive as long as it answers, whatever else is broken', async () => {
  await start(async () => ({ ok: false, reasons: ['the database doesn’t answer'] }));
  expect(await ask('/healthz')).toMatchObject({ status: 200, body: { ok: true, zones: process.versions.tz } });
});

it('it is ready, or says why it isn’t', async () => {
  const state: Readiness = { ok: true, reasons: [] };
  await start(async () => state);
  expect(await ask('/readyz')).toEqual({ status: 200, body: { ok: true, reasons: [] } });
  Object.assign(state, { ok: false, reasons: ['no socket for a minute'] });
  expect(await ask('/readyz?verbose')).toEqual({
    status: 503,
    body: { ok: false, reasons: ['no socket for a minute'] },
  });
  expect((await ask('/readyz', 'HEAD')).status).toBe(503);
});

it('a check that fails or hangs is not ready, and nothing of the error is shown', async () => {
  await start(async () => {
    throw new Error('password=hunter2');
  });
  const failed = { status: 503, body: { ok: false, reasons: ['the readiness check failed or took too long'] } };
  expect(await ask('/readyz')).toEqual(failed);
  await server.stop();
  await start(() => new Promise(() => {}));
  expect(await ask('/readyz')).toEqual(failed);
});

it('nothing else is there, and nothing can be changed', async () => {
  await start(async () => ({ ok: true, reasons: [] }));
  expect((await ask('/debug')).status).toBe(404);
  expect((await ask('/healthz', 'POST')).status).toBe(405);
});

it('a malformed address is an answer, not a crash', async () => {
  await start(async () => ({ ok: true, reasons: [] }));
  const socket = connect(server.port, '127.0.0.1');
  socket.write('GET // HTTP/1.1\r\nhost: x\r\n\r\n');
  const [data] = await once(socket, 'data');
  socket.destroy();
  expect(String(data)).toContain('404');
});
