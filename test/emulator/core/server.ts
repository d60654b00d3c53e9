import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer, type Obstacles, type Reply } from './api/answer.ts';
import { callMethod, refusal, scopeHeaders } from './api/call.ts';
import { Refused } from './api/method.ts';
import { argumentsOf } from './arguments.ts';
import type { Sockets } from './delivery/sockets.ts';
import { isFromHere } from './origin.ts';
import { refusedUse, useUrl } from './respond.ts';
import { refuse, type World } from './session.ts';
import { isAbout } from './subjects.ts';
import type { JsonObject, Routes } from './types.ts';
import { uploadOver } from './uploads.ts';
import { serveWeb } from './web.ts';

type Parts = Obstacles & { world: World; sockets: Sockets; routes: Routes | undefined };

/** The HTTP side: the API, response_urls, uploads, files, the install page, the WebSocket upgrade, and `routes`. */
export async function listen(parts: Parts, port: number): Promise<Server> {
  const server = createServer((request, response) => void serve(parts, request, response));
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (isServed(request)) parts.sockets.upgrade(request, socket, head);
    else socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  parts.world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return server;
}

async function serve(parts: Parts, request: IncomingMessage, response: ServerResponse) {
  if (!isServed(request)) return void response.writeHead(403).end();
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  try {
    const [, area, name = ''] = /^\/(api|response|upload\/v1)\/(.+)$/.exec(pathname) ?? [];
    if (area === 'api') return write(await callOver(parts, request, name), response);
    if (area === 'response') return write(await respondOver(parts, request, name), response);
    if (area === 'upload/v1') return write(await uploadOver(parts.world, parts, request, name), response);
    if (await serveWeb(parts.world, request, response)) return;
    const taken = await parts.routes?.(request, response);
    if (!taken) response.writeHead(404).end();
  } catch (error) {
    fail(parts.world, pathname, response, error);
  }
}

const isServed = (request: IncomingMessage) =>
  isFromHere(request) && URL.canParse(request.url ?? '/', 'http://localhost');

/** Our own mistake. Nobody outside is told more than Slack would tell; what it was stands among the refusals. */
function fail(world: World, pathname: string, response: ServerResponse, error: unknown) {
  refuse(world, pathname, 'fatal_error', [error instanceof Error ? (error.stack ?? error.message) : String(error)]);
  if (response.headersSent) return void response.destroy();
  write({ kind: 'answer', status: 500, headers: {}, body: { ok: false, error: 'fatal_error' } }, response);
}

async function callOver(parts: Parts, request: IncomingMessage, name: string): Promise<Reply> {
  const { world } = parts;
  const given = await argumentsOf(request);
  const args = { ...credentialsOf(request), ...('args' in given && given.args) };
  const token = tokenOf(request) ?? (typeof args.token === 'string' ? args.token : undefined);
  const done = () =>
    'error' in given ? refusal(world, name, new Refused(given.error)) : callMethod(world, name, token, args);
  const work = () => ({ status: 200, headers: scopeHeaders(world, name), body: done() });
  return answer(world, parts, { name, args, isAbout: (each) => isAbout(world, args, each), work });
}

async function respondOver(parts: Parts, request: IncomingMessage, id: string): Promise<Reply> {
  const { world } = parts;
  const given = await argumentsOf(request);
  const args = 'args' in given ? given.args : {};
  const { channel = '', userId = '' } = world.responseUrls.get(id) ?? {};
  const about = { channel, user: userId };
  return answer(world, parts, {
    name: 'response_url',
    args,
    isAbout: (each) => isAbout(world, about, each),
    work: () => ('error' in given ? refusedUse(world, 400, 'invalid_payload', []) : useUrl(world, id, args)),
  });
}

/** An app may say who it is in the header when it fetches its token (docs.slack.dev/reference/methods/oauth.v2.access). */
function credentialsOf({ headers }: IncomingMessage): JsonObject {
  const [, basic] = /^Basic (.+)$/i.exec(headers.authorization ?? '') ?? [];
  if (basic === undefined) return {};
  const [client_id, client_secret] = Buffer.from(basic, 'base64').toString().split(':');
  return { client_id, client_secret };
}

const tokenOf = ({ headers }: IncomingMessage) => /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];

function write(reply: Reply, response: ServerResponse) {
  if (reply.kind === 'cut') return void response.destroy();
  if (reply.kind === 'hang') return;
  if (reply.kind === 'garbage') return void response.writeHead(200, { 'content-type': 'text/html' }).end(PROXY_PAGE);
  const { status, headers, body } = reply;
  const [type, text] = typeof body === 'string' ? ['text/plain', body] : ['application/json', JSON.stringify(body)];
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, ...headers }).end(text);
}

/** What a proxy between the app and Slack says when it thinks it knows better. */
const PROXY_PAGE = '<html><body><h1>It works!</h1></body></html>';
