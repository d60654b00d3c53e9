import type { Call, Envelope, Json, Refusal, Slack } from '../../core/types.ts';
import type { LogLine } from '../contract.ts';
import { RequestError } from './http.ts';

/** So many lines are shown. */
const SHOWN = 120;

/** What passed between Slack and the app: lines now, and the JSON behind each when somebody wants to see it. */
export function logOf(slack: Slack) {
  const ids = new WeakMap<object, number>();
  const details = new Map<number, object>();
  let last = 0;
  const idOf = (entry: object) => {
    const known = ids.get(entry);
    if (known !== undefined) return known;
    last += 1;
    ids.set(entry, last);
    return last;
  };
  return {
    /** Newest first. */
    lines(): LogLine[] {
      const entries = [
        ...slack.calls.slice(-SHOWN).map((call) => [call, callLine(call)] as const),
        ...slack.envelopes.slice(-SHOWN).map((envelope) => [envelope, deliveryLine(envelope)] as const),
        ...slack.refusals.slice(-SHOWN).map((refusal) => [refusal, refusalLine(refusal)] as const),
      ];
      const newest = entries
        .toSorted(([, a], [, b]) => a.at.localeCompare(b.at))
        .slice(-SHOWN)
        .map(([entry, line]) => ({ entry, line: { ...line, id: idOf(entry) } }));
      details.clear();
      for (const { entry, line } of newest) details.set(line.id, entry);
      return newest.map(({ line }) => line).reverse();
    },
    detail(id: number): object {
      const entry = details.get(id);
      if (!entry) throw new RequestError(404, 'This line is no longer kept.');
      return entry;
    },
  };
}

type Line = Omit<LogLine, 'id'>;

function callLine({ at, method, ms, response, status }: Call): Line {
  const error = field(response, 'ok') === false ? String(field(response, 'error')) : undefined;
  const refused = error ?? (status >= 400 ? `HTTP ${status}` : undefined);
  return { kind: 'call', at, name: method, ms, ...(refused && { refused }) };
}

const TROUBLES = { 'too late': 'too late', 'not delivered': 'not delivered', failed: 'failed' } as const;

function deliveryLine({ at, type, payload, ackMs, outcome }: Envelope): Line {
  const refused = outcome === 'acked' || outcome === 'waiting' ? undefined : TROUBLES[outcome];
  const name = nameOf(type, payload);
  return { kind: 'delivery', at, name, ...(ackMs !== undefined && { ms: ackMs }), ...(refused && { refused }) };
}

const refusalLine = ({ at, what, error }: Refusal): Line => ({ kind: 'refusal', at, name: what, refused: error });

/** `/customer log`, `block_actions`, `app_home_opened`: what a person would call it. */
function nameOf(type: string, payload: Json): string {
  const command = field(payload, 'command');
  if (typeof command === 'string') return command;
  const event = field(payload, 'event');
  const kind = field(event === undefined ? payload : event, 'type');
  return typeof kind === 'string' ? kind : type;
}

const field = (json: Json, name: string): Json | undefined =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? json[name] : undefined;
