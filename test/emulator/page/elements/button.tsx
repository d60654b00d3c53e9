import type { Button as SlackButton, WorkflowButton as SlackWorkflowButton } from '@slack/types';
import { usePlace } from '../blocks/place.ts';
import { Unknown } from '../blocks/unknown.tsx';
import { Label } from '../text/text.tsx';
import { useBusy } from './use-busy.ts';

const STYLES: ReadonlySet<string | undefined> = new Set([undefined, 'primary', 'danger']);

/** A button of a block. While its click is on the way it can't be pressed again. */
export function Button({ element, blockId }: { element: SlackButton | SlackWorkflowButton; blockId: string }) {
  const place = usePlace();
  const { busy, once } = useBusy();
  const click = () => once(() => place.act(blockId, element));
  if (!STYLES.has(element.style)) return <Unknown kind="value of style" type={String(element.style)} />;
  const shared = { class: `button ${element.style ?? ''}`, 'aria-label': element.accessibility_label, onClick: click };
  if (element.type === 'button' && element.url) {
    return (
      <a {...shared} href={element.url} target="_blank" rel="noreferrer">
        <Label text={element.text} />
        <span aria-hidden="true">↗</span>
      </a>
    );
  }
  return (
    <button {...shared} type="button" aria-busy={busy} title={workflowOf(element)}>
      {element.type === 'workflow_button' && <span aria-hidden="true">⚡</span>}
      <Label text={element.text} />
    </button>
  );
}

/** Which workflow a button starts in Slack, and with what. There are no workflows here: the app alone hears of it. */
function workflowOf(element: SlackButton | SlackWorkflowButton): string | undefined {
  if (element.type !== 'workflow_button') return undefined;
  const { url, customizable_input_parameters: inputs = [] } = element.workflow.trigger;
  return [`Starts the workflow ${url}`, ...inputs.map(({ name, value }) => `${name}: ${value}`)].join('\n');
}
