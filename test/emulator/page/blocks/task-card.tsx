import type { TaskCardBlock, URLSourceElement } from '@slack/types';
import { RichText } from '../text/rich-text.tsx';
import { Unknown } from './unknown.tsx';

/** How far a task is: its sign, and the words for it. */
const STATUSES: Readonly<Record<string, { sign: string; spoken: string }>> = {
  pending: { sign: '○', spoken: 'Not begun' },
  in_progress: { sign: '◐', spoken: 'Under way' },
  complete: { sign: '✓', spoken: 'Done' },
  error: { sign: '!', spoken: 'Failed' },
};

/** One piece of work: how far it is, what it is about, what came of it and from where. */
export function TaskCard({ block }: { block: TaskCardBlock }) {
  const { title, status, details, output, sources = [] } = block;
  const state = STATUSES[status];
  if (!state) return <Unknown kind="value of status" type={status} />;
  return (
    <article class="task" data-status={status}>
      <span class="task-sign" role="img" aria-label={state.spoken} title={state.spoken}>
        {state.sign}
      </span>
      <div>
        <strong>{title}</strong>
        {details && (
          <div class="task-details">
            <RichText block={details} />
          </div>
        )}
        {output && <RichText block={output} />}
        {sources.length > 0 && <Sources of={sources} />}
      </div>
    </article>
  );
}

const Sources = ({ of }: { of: readonly URLSourceElement[] }) => (
  <ul class="sources" aria-label="Sources">
    {of.map((source) => (
      <li>
        {source.type === 'url' ? (
          <a href={source.url} target="_blank" rel="noreferrer">
            {source.text}
          </a>
        ) : (
          <Unknown kind="element" type={(source as { type: string }).type} />
        )}
      </li>
    ))}
  </ul>
);
