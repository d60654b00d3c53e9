import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as bodyOf } from 'node:stream/consumers';
import { answer, type Reply } from './api/answer.ts';
import { callMethod, scopeHeaders } from './api/call.ts';
import type { Sockets } from './delivery/sockets.ts';
import type { StrikingFaults } from './faults.ts';
import { useUrl } from './respond.ts';
import type { World } from './session.ts';
import type { JsonObject, Routes } from './types.ts';

type Parts = { world: World; faults: StrikingFaults; sockets: Sockets; routes: Routes | undefined };

/** The HTTP side: `/api/<method>`, `/response/<id>`, the WebSocket upgrade, and whatever `routes` takes. */
export async function listen(parts: Parts, port: number): Promise<Server> {
  const server = createServer((request, response) => void serve(parts, request, response));
  server.on('upgrade', (request, socket, head) => parts.sockets.upgrade(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  parts.world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return server;
}

async function serve(parts: Parts, request: IncomingMessage, response: ServerResponse) {
  try {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, area, name = ''] = /^\/(api|response)\/(.+)$/.exec(pathname) ?? [];
    if (area === 'api') return write(await callOver(parts, request, name), response);
    if (area === 'response') return write(await respondOver(parts, request, name), response);
    const taken = await parts.routes?.(request, response);
    if (!taken) response.writeHead(404).end();
  } catch (error) {
    response.writeHead(500, { 'content-type': 'text/plain' }).end(error instanceof Error ? error.stack : 'error');
  }
}

async function callOver({ world, faults }: Parts, request: IncomingMessage, name: string): Promise<Reply> {
  const args = await argumentsOf(request);
  const token = tokenOf(request) ?? (typeof args.token === 'string' ? args.token : undefined);
  const work = () => ({ status: 200, headers: scopeHeaders(world, name), body: callMethod(world, name, token, args) });
  return answer(world, faults, { name, args, work });
}

async function respondOver({ world, faults }: Parts, request: IncomingMessage, id: string): Promise<Reply> {
  const args = await argumentsOf(request);
  return answer(world, faults, { name: 'response_url', args, work: () => useUrl(world, id, args) });
}

const tokenOf = ({ headers }: IncomingMessage) => /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];

async function argumentsOf(request: IncomingMessage): Promise<JsonObject> {
  const body = await bodyOf(request);
  const isJson = request.headers['content-type']?.includes('application/json') ?? false;
  if (isJson) return body === '' ? {} : (JSON.parse(body) as JsonObject);
  return Object.fromEntries(new URLSearchParams(body));
}

function write(reply: Reply, response: ServerResponse) {
  if (reply.kind === 'cut') return void response.destroy();
  if (reply.kind === 'hang') return;
  const { status, headers, body } = reply;
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
    .end(JSON.stringify(body));
}
