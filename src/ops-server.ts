import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { within } from './deadline.ts';
import { faultOf, type Log } from './log.ts';
import { CONTENT_TYPE } from './metrics.ts';

/**
 * Whether Mantra can do its work, and if not why: words for an operator, without secrets or anybody's data. `notes`: what
 * they may want to know while all is well.
 */
export type Readiness = { ok: boolean; reasons: string[]; notes?: string[] };

export type OpsServerOptions = {
  /** 0: any free port. */
  port: number;
  log: Log;
  ready(): Promise<Readiness>;
  /** The page that Prometheus reads. */
  metrics(): Promise<string>;
};

export type OpsServer = { port: number; stop(): Promise<void> };

/** How long a readiness check may take (milliseconds). */
const PATIENCE = 2_000;

/**
 * For whoever runs Mantra, on a listener of its own: `/healthz` says that the process turns, and asks nobody else;
 * `/readyz` whether it can work (503 with the reasons where it can't); `/metrics` is for Prometheus.
 */
export async function startOpsServer({ port, log, ready, metrics }: OpsServerOptions): Promise<OpsServer> {
  const readiness = () =>
    within(PATIENCE, ready()).catch((error: unknown): Readiness => {
      log.warn(faultOf(error), 'the readiness check failed');
      return { ok: false, reasons: ['the readiness check failed or took too long'] };
    });
  const answers: Record<string, (response: ServerResponse) => Promise<void>> = {
    // Zone rules are Node's own: old ones would put somebody's ten o'clock in the wrong hour.
    '/healthz': async (response) =>
      say(response, 200, { ok: true, node: process.versions.node, zones: process.versions.tz }),
    '/readyz': async (response) => {
      const state = await readiness();
      say(response, state.ok ? 200 : 503, state);
    },
    '/metrics': async (response) => {
      const page = await metrics().catch((error: unknown) => log.warn(faultOf(error), 'the metrics failed'));
      if (page === undefined) return say(response, 500, { ok: false });
      response.writeHead(200, { 'content-type': CONTENT_TYPE, 'cache-control': 'no-store' }).end(page);
    },
  };
  const server = createServer((request, response) => {
    const answer = answers[pathOf(request.url)];
    if (!answer) return say(response, 404, { ok: false });
    if (request.method !== 'GET' && request.method !== 'HEAD') return say(response, 405, { ok: false });
    void answer(response);
  });
  await new Promise<void>((resolve, reject) => void server.once('error', reject).listen(port, resolve));
  const stop = async () => {
    server.close();
    server.closeAllConnections();
  };
  return { port: portOf(server.address()), stop };
}

const portOf = (address: AddressInfo | string | null) => (typeof address === 'object' && address ? address.port : 0);

const say = (response: ServerResponse, status: number, body: object) =>
  void response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(`${JSON.stringify(body)}\n`);

/** Without a URL parser: one throws on `//`, and this is where anybody can write. */
const pathOf = (url = '') => url.split('?', 1)[0] ?? '';
