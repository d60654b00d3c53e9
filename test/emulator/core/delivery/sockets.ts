import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json } from '../shapes.ts';
import type { Parcel, Receipt, Transport } from './transport.ts';

const MOST_CONNECTIONS = 10;
const PING_MS = 10_000;
/** How long a payload waits for a connection when there is none. Slack doesn't document it; a reconnect fits in. */
const GRACE_MS = 250;
const GOODBYE_MS = 300;

export type Sockets = Transport & {
  /** The way of a new address; it serves once. */
  ticket(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  count(): number;
  /** Sends `disconnect` to all; nothing more is routed to them. */
  refresh(): void;
  /** Cuts all without a word. */
  drop(): void;
  /** Says goodbye to all connections, and cuts those that don't answer. */
  close(): Promise<void>;
};

type Link = { socket: WebSocket; told: boolean };

/** Socket Mode: several connections, each payload to one of those not told to disconnect. */
export function makeSockets(appId: string, changed: () => void): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const waiting = new Map<string, (receipt: Receipt) => void>();
  const links: Link[] = [];
  let turn = 0;
  const pinging = setInterval(() => {
    for (const { socket } of links) socket.ping();
  }, PING_MS).unref();

  function welcome(socket: WebSocket) {
    if (links.length >= MOST_CONNECTIONS) return tell(socket, 'too_many_websockets');
    const link: Link = { socket, told: false };
    links.push(link);
    socket.on('message', (data) => acknowledged(String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      links.splice(links.indexOf(link), 1);
      changed();
    });
    socket.send(JSON.stringify(hello(appId, links.length)));
    changed();
  }

  function acknowledged(data: string) {
    const { envelope_id: id, payload } = JSON.parse(data) as { envelope_id?: string; payload?: Json };
    if (!id) return;
    waiting.get(id)?.({ got: 'ack', body: isEmpty(payload) ? undefined : payload });
    waiting.delete(id);
  }

  const routable = () => links.filter(({ told, socket }) => !told && socket.readyState === socket.OPEN);

  async function nextLink(): Promise<Link | undefined> {
    const end = performance.now() + GRACE_MS;
    while (routable().length === 0 && performance.now() < end) await sleep(5);
    const open = routable();
    turn += 1;
    return open[turn % open.length];
  }

  return {
    async send(envelopeId, parcel) {
      const link = await nextLink();
      if (!link) return { got: 'nobody there' };
      return new Promise((resolve) => {
        waiting.set(envelopeId, resolve);
        link.socket.send(JSON.stringify(envelope(envelopeId, parcel)));
      });
    },
    ticket() {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `/link/?ticket=${ticket}&app_id=${appId}`;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      server.handleUpgrade(request, socket, head, welcome);
    },
    count: () => routable().length,
    refresh() {
      for (const link of links) {
        link.told = true;
        tell(link.socket, 'refresh_requested');
      }
      changed();
    },
    drop: () => {
      for (const { socket } of [...links]) socket.terminate();
    },
    async close() {
      clearInterval(pinging);
      waiting.clear();
      for (const { socket } of links) socket.close(1001);
      const end = performance.now() + GOODBYE_MS;
      while (links.length > 0 && performance.now() < end) await sleep(5);
      for (const { socket } of [...links]) socket.terminate();
      server.close();
    },
  };
}

const tell = (socket: WebSocket, reason: string) =>
  socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-emulator' } }));

const hello = (appId: string, connections: number) => ({
  type: 'hello',
  num_connections: connections,
  connection_info: { app_id: appId },
  debug_info: { host: 'applink-emulator', build_number: 1, approximate_connection_time: 3600 },
});

const envelope = (envelope_id: string, { type, payload, acceptsBody, retry }: Parcel) => ({
  envelope_id,
  type,
  payload,
  accepts_response_payload: acceptsBody,
  ...(retry && { retry_attempt: retry.attempt, retry_reason: retry.reason }),
});

const isEmpty = (payload: Json | undefined) =>
  payload === undefined || (typeof payload === 'object' && payload !== null && Object.keys(payload).length === 0);
