import { useEffect, useState } from 'preact/hooks';
import { fetchLog } from '../api.ts';
import type { LogLine } from '../contract.ts';
import { useOneAtATime } from '../workspace/use-one-at-a-time.ts';
import { LogEntry } from './log-entry.tsx';

type LogPanelProps = {
  app: string;
  /** Another number whenever something may have happened. */
  looked: number;
};

/** What the log can be narrowed down to. */
const KINDS = {
  all: { label: 'All', fits: () => true, none: 'Nothing yet.' },
  delivery: { label: 'To the app', fits: ({ kind }: LogLine) => kind === 'delivery', none: 'Nothing was sent yet.' },
  call: { label: 'Calls', fits: ({ kind }: LogLine) => kind === 'call', none: 'The app has asked nothing yet.' },
  refused: { label: 'Refused', fits: ({ refused }: LogLine) => refused !== undefined, none: 'Slack refused nothing.' },
} as const;
type Kind = keyof typeof KINDS;

/** Everything that passed between Slack and the app, newest first; refusals in red, each opens to its JSON. */
export function LogPanel({ app, looked }: LogPanelProps) {
  const [lines, setLines] = useState<readonly LogLine[]>([]);
  const [kind, setKind] = useState<Kind>('all');
  const look = useOneAtATime(() => fetchLog().then(setLines, () => setLines([])));
  // Much of what passes changes nothing that anybody sees.
  useEffect(() => void look(), [look, looked]);
  const shown = lines.filter(KINDS[kind].fits);
  return (
    <section class="log" aria-label="Between Slack and the app">
      <h2>Slack ⇄ {app}</h2>
      <fieldset class="log-kinds">
        <legend class="unseen">Show</legend>
        {(Object.keys(KINDS) as Kind[]).map((each) => (
          <label key={each} class={each === kind ? 'chosen' : ''}>
            <input type="radio" name="log-kind" checked={each === kind} onChange={() => setKind(each)} />
            {KINDS[each].label} {each === 'refused' && <Count of={lines.filter(KINDS.refused.fits).length} />}
          </label>
        ))}
      </fieldset>
      <ul>
        {shown.map((line) => (
          <LogEntry key={line.id} line={line} />
        ))}
      </ul>
      {shown.length === 0 && <p class="empty">{KINDS[kind].none}</p>}
    </section>
  );
}

const Count = ({ of }: { of: number }) => <span class={of > 0 ? 'badge refused' : 'badge'}>{of}</span>;
