import type { Call, Envelope, Json, Refusal, Slack } from '../../core/types.ts';
import type { LogDetail, LogLine } from '../contract.ts';
import { RequestError } from './http.ts';

/** So many lines are shown. */
const SHOWN = 120;

type Entry = Call | Envelope | Refusal;

/** What passed between Slack and the app: lines now, and the JSON behind each when somebody wants to see it. */
export function logOf(slack: Slack) {
  const kept: { id: number; entry: Entry }[] = [];
  const known = new WeakSet<Entry>();
  let last = 0;
  // The turned clock may stand still for hours: then the order is that in which things were seen.
  const keep = (entry: Entry) => {
    known.add(entry);
    last += 1;
    kept.push({ id: last, entry });
  };
  const look = () => {
    const entries = [...slack.envelopes.slice(-SHOWN), ...slack.calls.slice(-SHOWN), ...slack.refusals.slice(-SHOWN)];
    const fresh = entries.filter((entry) => !known.has(entry) && !isToldByItsCall(entry));
    fresh.sort((one, other) => one.at.localeCompare(other.at)).forEach(keep);
    kept.splice(0, kept.length - SHOWN);
  };
  look();
  slack.onChange(look);
  return {
    /** Newest first. */
    lines(): LogLine[] {
      look();
      return kept.map(({ id, entry }) => ({ id, ...lineOf(entry) })).reverse();
    },
    detail(id: number): LogDetail {
      const line = kept.find((each) => each.id === id);
      if (!line) throw new RequestError(404, 'This line is no longer kept.');
      return detailOf(line.entry);
    },
  };
}

/** A refused call of the Web API stands in the log as that call, its answer says why; methods have names like `chat.update`. */
const isToldByItsCall = (entry: Entry) => 'what' in entry && /^[a-z]+(\.[A-Za-z]+)+$/.test(entry.what);

/** What was sent and what was answered apart from all else; of a refusal, what was wrong is the answer. */
function detailOf(entry: Entry): LogDetail {
  if ('method' in entry) {
    const { args, response, ...about } = entry;
    return { sent: args, answered: response, about };
  }
  if ('outcome' in entry) {
    const { payload, ackBody, ...about } = entry;
    return { sent: payload, answered: ackBody, about };
  }
  const { messages, ...about } = entry;
  return { sent: undefined, answered: messages, about };
}

function lineOf(entry: Entry): Line {
  if ('method' in entry) return callLine(entry);
  return 'outcome' in entry ? deliveryLine(entry) : refusalLine(entry);
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
