import type { ServerResponse } from 'node:http';
import type { Slack } from '../../core/types.ts';

/** Tells every open page that something has changed; they then ask what. */
export type Changes = { follow(response: ServerResponse): true; tell(): void };

/** Changes that follow each other so quickly are told as one (real milliseconds). */
const TOGETHER_MS = 40;

export function changesOf(slack: Slack): Changes {
  const pages = new Set<ServerResponse>();
  let waiting = false;
  const tellAll = () => {
    waiting = false;
    for (const page of pages) page.write('data: changed\n\n');
  };
  const tell = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(tellAll, TOGETHER_MS).unref();
  };
  slack.onChange(tell);
  return {
    tell,
    follow(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 1000\n\n');
      pages.add(response);
      response.on('close', () => pages.delete(response));
      return true;
    },
  };
}
