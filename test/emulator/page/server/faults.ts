import { SLACK_RATES } from '../../core/index.ts';
import type { DeliveryFault, Fault, Slack } from '../../core/types.ts';
import type { PageFault } from '../contract.ts';
import { RequestError } from './http.ts';

/** A button: what is done at a click, and, where that stays in force, which faults it put in place. */
type Button = {
  label: string;
  note: string;
  calls?: readonly Fault[];
  deliveries?: readonly DeliveryFault[];
  /** For what isn't a fault that lasts. */
  press?(slack: Slack): void;
  /** Whether what `press` did is still in force. */
  isOn?(slack: Slack): boolean;
  /** Slack is like that anyway: no trouble, and nothing to mend. */
  usual?: true;
};

const SLOW_MS = 1_500;
const LATE_MS = 5_000;

/** Everything that can go wrong at a click. */
const BUTTONS: Readonly<Record<string, Button>> = {
  'lost-post': {
    label: 'Next post is lost',
    note: 'The next message of the app never reaches Slack.',
    calls: [{ method: 'chat.postMessage', times: 1, status: 503 }],
  },
  'lost-answer': {
    label: 'Next post’s answer is lost',
    note: 'The next message is posted, but the app never hears that it was.',
    calls: [{ method: 'chat.postMessage', times: 1, loseAnswer: true }],
  },
  busy: {
    label: 'Slack is busy for 5 s (429)',
    note: 'The next call is told to come back in five seconds.',
    calls: [{ method: '*', times: 1, retryAfter: 5 }],
  },
  'server-error': {
    label: 'Slack answers 500',
    note: 'Every call fails with HTTP 500 until mended.',
    calls: [{ method: '*', status: 500 }],
  },
  slow: {
    label: 'Slow network',
    note: 'Every call takes a second and a half longer until mended.',
    calls: [{ method: '*', delayMs: SLOW_MS }],
  },
  garbage: {
    label: 'Garbage',
    note: 'The next call is answered with a page that isn’t JSON.',
    calls: [{ method: '*', times: 1, garbage: true }],
  },
  hang: {
    label: 'Hang',
    note: 'The next call is neither done nor answered.',
    calls: [{ method: '*', times: 1, hang: true }],
  },
  drop: {
    label: 'Drop the sockets',
    note: 'Cuts every connection to the app without a word.',
    press: (slack) => slack.dropSockets(),
  },
  'half-open': {
    label: 'Half-open sockets',
    note: 'The connections look open, but nothing passes any more.',
    press: (slack) => slack.halfOpenSockets(),
  },
  refresh: {
    label: 'Refresh the sockets',
    note: 'Asks every connection to reconnect, as Slack does each hour.',
    press: (slack) => slack.refreshSockets(),
  },
  'no-charts': {
    label: 'Charts are not known here',
    note: 'A message with a chart is refused, as in a workspace that hasn’t got them yet.',
    calls: [{ method: '*', unknownBlock: 'data_visualization' }],
  },
  twice: {
    label: 'Event arrives twice',
    note: 'The next event reaches the app two times.',
    deliveries: [{ kind: 'duplicate', type: 'events_api', times: 1 }],
  },
  late: {
    label: 'Events arrive late',
    note: 'The next three events arrive five seconds late, after others that came behind them.',
    deliveries: [{ kind: 'late', type: 'events_api', times: 3, delayMs: LATE_MS }],
  },
  rates: {
    label: 'Slack’s own rate limits',
    note: 'Holds the app to as many calls a minute as Slack takes; pressed again, to none.',
    press: (slack) => slack.faults.limit(slack.faults.limits() ? undefined : SLACK_RATES),
    isOn: (slack) => slack.faults.limits() !== undefined,
    usual: true,
  },
};

/** The buttons, each with what is left of what it did. */
export const faultsOf = (slack: Slack): PageFault[] =>
  Object.entries(BUTTONS).map(([id, button]) => {
    const left = leftOf(slack, button);
    const { label, note, usual } = button;
    return { id, label, note, ...(left && { left }), ...(usual && { usual }) };
  });

/** Does what a button says. */
export function breaks(slack: Slack, id: string) {
  const button = BUTTONS[id];
  if (!button) throw new RequestError(400, 'There is no such trouble.');
  for (const fault of button.calls ?? []) slack.faults.add(fault);
  for (const fault of button.deliveries ?? []) slack.faults.addDelivery(fault);
  button.press?.(slack);
}

/** Ends everything that goes wrong on purpose. */
export const mends = (slack: Slack) => slack.faults.clear();

function leftOf(slack: Slack, { calls = [], deliveries = [], isOn }: Button): string | undefined {
  if (isOn) return isOn(slack) ? 'until pressed again' : undefined;
  const active = [
    ...slack.faults.active().filter((fault) => calls.some((own) => isKind(own, fault))),
    ...slack.faults.activeDelivery().filter((fault) => deliveries.some((own) => isKind(own, fault))),
  ];
  if (active.length === 0) return undefined;
  const times = active.reduce((sum, { times: left = Number.POSITIVE_INFINITY }) => sum + left, 0);
  if (!Number.isFinite(times)) return 'until mended';
  return times === 1 ? 'once more' : `${times} more`;
}

/** The same fault, however often it still strikes. */
const isKind = ({ times: _own, ...own }: Fault | DeliveryFault, { times: _now, ...now }: Fault | DeliveryFault) =>
  JSON.stringify(own, sorted(own)) === JSON.stringify(now, sorted(now));

const sorted = (of: object) => Object.keys(of).sort();
