import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSocket } from 'ws';

const MOST_CONNECTIONS = 10;
const PING_MS = 10_000;
const GOODBYE_MS = 300;

type Link = { socket: WebSocket; told: boolean };

/** The app's connections; those told to disconnect stay until they do, but nothing is routed to them. */
export type Links = {
  add(socket: WebSocket): void;
  /** Connections that payloads may go to. */
  count(): number;
  /** One of them, in turn; waits `graceMs` real milliseconds when there is none. */
  next(graceMs: number): Promise<WebSocket | undefined>;
  tellToGo(): void;
  cut(): void;
  /** Says goodbye to all, and cuts those that don't answer. */
  close(): Promise<void>;
};

export function makeLinks(appId: string, heard: (data: string) => void, changed: () => void): Links {
  const links: Link[] = [];
  let turn = 0;
  const pinging = setInterval(() => {
    for (const { socket } of links) socket.ping();
  }, PING_MS).unref();
  const routable = () => links.filter(({ told, socket }) => !told && socket.readyState === socket.OPEN);
  const cut = () => {
    for (const { socket } of [...links]) socket.terminate();
  };

  return {
    add(socket) {
      if (links.length >= MOST_CONNECTIONS) return disconnect(socket, 'too_many_websockets');
      const link: Link = { socket, told: false };
      links.push(link);
      socket.on('message', (data) => heard(String(data)));
      socket.on('error', () => socket.terminate());
      socket.on('close', () => {
        links.splice(links.indexOf(link), 1);
        changed();
      });
      socket.send(JSON.stringify(hello(appId, links.length)));
      changed();
    },
    count: () => routable().length,
    async next(graceMs) {
      const end = performance.now() + graceMs;
      while (routable().length === 0 && performance.now() < end) await sleep(5);
      const open = routable();
      turn += 1;
      return open[turn % open.length]?.socket;
    },
    tellToGo() {
      for (const link of links) {
        link.told = true;
        disconnect(link.socket, 'refresh_requested');
      }
      changed();
    },
    cut,
    async close() {
      clearInterval(pinging);
      for (const { socket } of links) socket.close(1001);
      const end = performance.now() + GOODBYE_MS;
      while (links.length > 0 && performance.now() < end) await sleep(5);
      cut();
    },
  };
}

const disconnect = (socket: WebSocket, reason: string) =>
  socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-emulator' } }));

const hello = (appId: string, connections: number) => ({
  type: 'hello',
  num_connections: connections,
  connection_info: { app_id: appId },
  debug_info: { host: 'applink-emulator', build_number: 1, approximate_connection_time: 3600 },
});
