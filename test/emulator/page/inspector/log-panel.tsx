import { useEffect, useState } from 'preact/hooks';
import { fetchLog } from '../api.ts';
import type { LogLine } from '../contract.ts';
import { LogEntry } from './log-entry.tsx';

type LogPanelProps = {
  app: string;
  /** Anything that changes when something has happened. */
  seen: unknown;
};

/** Everything that passed between Slack and the app, newest first; refusals in red, each opens to its JSON. */
export function LogPanel({ app, seen }: LogPanelProps) {
  const [lines, setLines] = useState<readonly LogLine[]>([]);
  const [onlyRefused, setOnlyRefused] = useState(false);
  // Whatever was seen anew, the log may have grown with it.
  useEffect(() => void fetchLog().then(setLines, () => setLines([])), [seen]);
  const refused = lines.filter((line) => line.refused !== undefined);
  const shown = onlyRefused ? refused : lines;
  return (
    <section class="log" aria-label="Between Slack and the app">
      <div class="log-head">
        <h2>Slack ⇄ {app}</h2>
        <label class="log-filter">
          <input type="checkbox" checked={onlyRefused} onChange={() => setOnlyRefused(!onlyRefused)} />
          Refused <span class={refused.length > 0 ? 'badge refused' : 'badge'}>{refused.length}</span>
        </label>
      </div>
      <ul>
        {shown.map((line) => (
          <LogEntry key={line.id} line={line} />
        ))}
      </ul>
      {shown.length === 0 && <p class="empty">{onlyRefused ? 'Slack refused nothing.' : 'Nothing yet.'}</p>}
    </section>
  );
}
