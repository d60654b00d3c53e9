import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import type { SocketGoodbye } from '../types.ts';
import { freeze, greet, isRoutable, type Link, ping, tell, turnAway } from './link.ts';

const MOST_CONNECTIONS = 10;
const PING_MS = 10_000;
const GOODBYE_MS = 300;

/** The app's connections; those told to disconnect stay until they do, but nothing is routed to them. */
export type Links = {
  /** `lastsMs`: real milliseconds until Slack refreshes it. */
  add(socket: WebSocket, lastsMs: number): void;
  /** Connections that payloads may go to. */
  count(): number;
  /** How to send over one of them, in turn; waits `graceMs` real milliseconds when there is none. */
  next(graceMs: number): Promise<((data: string) => void) | undefined>;
  tellToGo(goodbye: SocketGoodbye): void;
  cut(): void;
  freeze(): void;
  /** Says goodbye to all, and cuts those that don't answer. */
  close(): Promise<void>;
};

export type Around = { appId: string; heard(data: string): void; changed(): void };

export function makeLinks({ appId, heard, changed }: Around): Links {
  const links: Link[] = [];
  let turn = 0;
  const pinging = setInterval(() => links.forEach(ping), PING_MS).unref();

  function cut() {
    for (const { socket } of [...links]) socket.terminate();
  }

  return {
    add(socket, lastsMs) {
      socket.on('error', () => socket.terminate());
      if (links.length >= MOST_CONNECTIONS) return turnAway(socket, 'too_many_websockets');
      const link = greet(socket, { appId, connections: links.length + 1, lastsMs }, changed);
      links.push(link);
      socket.on('message', (data) => heard(String(data)));
      socket.on('close', () => {
        links.splice(links.indexOf(link), 1);
        changed();
      });
      changed();
    },
    count: () => links.filter(isRoutable).length,
    async next(graceMs) {
      const end = performance.now() + graceMs;
      while (!links.some(isRoutable) && performance.now() < end) await sleep(5);
      const open = preferred(links.filter(isRoutable));
      turn += 1;
      const link = open[turn % open.length];
      return link && ((data) => link.state !== 'frozen' && link.socket.send(data));
    },
    tellToGo({ reason = 'refresh_requested', oldest = links.length }) {
      for (const link of links.filter(({ state }) => state !== 'told').slice(0, oldest)) tell(link, reason);
      changed();
    },
    cut,
    freeze: () => links.forEach(freeze),
    async close() {
      clearInterval(pinging);
      for (const { socket, state } of [...links]) state === 'frozen' ? socket.terminate() : socket.close(1001);
      const end = performance.now() + GOODBYE_MS;
      while (links.length > 0 && performance.now() < end) await sleep(5);
      cut();
    },
  };
}

/** Nobody documents which connection Slack prefers; it is kind to those about to end. */
function preferred(open: Link[]): Link[] {
  const unwarned = open.filter(({ state }) => state !== 'warned');
  return unwarned.length > 0 ? unwarned : open;
}
