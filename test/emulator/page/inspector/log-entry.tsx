import { useState } from 'preact/hooks';
import { fetchDetail } from '../api.ts';
import type { LogLine } from '../contract.ts';

/** Which way something went: Slack to the app, or the app to Slack. */
const ARROWS = { call: ['←', 'from the app'], delivery: ['→', 'to the app'], refusal: ['!', 'refused'] } as const;

/** One line of the log; a click shows its JSON. */
export function LogEntry({ line: { id, kind, name, ms, refused } }: { line: LogLine }) {
  const [detail, setDetail] = useState<string | undefined>();
  const [arrow, spoken] = ARROWS[kind];
  const toggle = async () => {
    if (detail !== undefined) return setDetail(undefined);
    const json = await fetchDetail(id).catch(() => 'This line is no longer kept.');
    return setDetail(JSON.stringify(json, undefined, 2));
  };
  return (
    <li class={refused ? 'refused' : ''}>
      <button type="button" class="log-line" aria-expanded={detail !== undefined} onClick={() => void toggle()}>
        <span class="log-arrow" aria-hidden="true">
          {arrow}
        </span>
        <span class="unseen">{spoken}</span>
        <span class="log-name">{name}</span>
        {refused && <span class="log-error">{refused}</span>}
        {ms !== undefined && <span class="log-ms">{Math.round(ms)} ms</span>}
      </button>
      {detail !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre class="log-detail" tabIndex={0}>
          {detail}
        </pre>
      )}
    </li>
  );
}
