import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Slack } from '../../core/types.ts';
import { readBytes, send } from './http.ts';

/** The biggest file that a person can choose (bytes). */
const MOST = 30_000_000;

/** Takes a file from somebody's computer, the bytes as the body; answers its id. */
export async function takeUpload(slack: Slack, request: IncomingMessage, asked: URLSearchParams) {
  const name = asked.get('name') || 'file';
  const content = await readBytes(request, MOST);
  const type = request.headers['content-type'];
  const mimetype = type && !/^application\/(x-www-form-urlencoded|octet-stream)/.test(type) ? type : undefined;
  return { id: slack.as(asked.get('as') ?? '').uploads({ name, content, ...(mimetype && { mimetype }) }) };
}

const SHOWN = /^image\/(png|jpeg|gif|webp)$/;

/** A file for the page. Pictures are shown; anything else is saved, so that nobody's HTML runs here. */
export function sendUpload(slack: Slack, id: string, response: ServerResponse): true {
  const file = slack.as(slack.botUserId).opensFile(id);
  if (!file) return send(response, 404, 'This file is gone.', 'text/plain; charset=utf-8');
  const how = SHOWN.test(file.mimetype) ? 'inline' : 'attachment';
  response.writeHead(200, {
    'content-type': file.mimetype,
    'content-disposition': `${how}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(file.content);
  return true;
}
