import { useState } from 'preact/hooks';
import { fetchDetail } from '../api.ts';
import type { LogDetail, LogLine } from '../contract.ts';
import { timeOf } from '../text/dates.ts';
import { useReading } from '../text/reading.ts';
import { Json } from './json.tsx';

/** Which way something went: Slack to the app, or the app to Slack; and what its two halves are called. */
const WAYS = {
  call: { arrow: '←', spoken: 'from the app', sent: 'The app asked', answered: 'Slack answered' },
  delivery: { arrow: '→', spoken: 'to the app', sent: 'Slack sent', answered: 'The app answered' },
  refusal: { arrow: '!', spoken: 'refused', sent: 'What it was about', answered: 'What was wrong' },
} as const;

/** One line of the log; a click shows its JSON. */
export function LogEntry({ line }: { line: LogLine }) {
  const [detail, setDetail] = useState<LogDetail | 'gone' | undefined>();
  const { arrow, spoken } = WAYS[line.kind];
  const toggle = async () => {
    if (detail !== undefined) return setDetail(undefined);
    return setDetail(await fetchDetail(line.id).catch(() => 'gone' as const));
  };
  return (
    <li class={line.refused ? 'refused' : ''}>
      <button type="button" class="log-line" aria-expanded={detail !== undefined} onClick={() => void toggle()}>
        <span class="log-arrow" aria-hidden="true">
          {arrow}
        </span>
        <span class="unseen">{spoken}</span>
        <span class="log-name">{line.name}</span>
        {line.refused && <span class="log-error">{line.refused}</span>}
        {line.ms !== undefined && <span class="log-ms">{Math.round(line.ms)} ms</span>}
      </button>
      {detail === 'gone' && <p class="empty">This line is no longer kept.</p>}
      {detail !== undefined && detail !== 'gone' && <Detail line={line} detail={detail} />}
    </li>
  );
}

/** What was sent, what was answered, and all else, apart from each other. */
function Detail({ line: { kind, at }, detail: { sent, answered, about } }: { line: LogLine; detail: LogDetail }) {
  const { english } = useReading();
  const names = WAYS[kind];
  return (
    <div class="log-detail">
      <p class="log-at">{timeOf(new Date(at), english)}</p>
      {answered !== undefined && answered !== null && <Json title={names.answered} value={answered} />}
      {sent !== undefined && <Json title={names.sent} value={sent} />}
      <Json title="More about it" value={about} />
    </div>
  );
}
