import { parseArgs } from 'node:util';
import { DEFAULT_OPTIONS, REQUEST_SECONDS, type SenderOptions } from '../../src/delivery/options.ts';

/** What a run of the chaos is asked for; all of it stands in its last line. Times are seconds. */
export type Settings = {
  db: 'pg' | 'embedded';
  /** People who get a nudge each. */
  members: number;
  instances: number;
  /** How often a ready instance is killed while there is something to send. */
  kills: number;
  /** The part of posts whose answer is lost, from 0 to 1. */
  drop: number;
  /** Such a post takes effect up to so much later. */
  lateCommit: number;
  /** After which another instance takes over. */
  lease: number;
  /** After which a lost post is read back. */
  quarantine: number;
};

/** How long there should be something to send for each kill (seconds); a start takes longer where there is one instance. */
const PER_KILL = { pg: 1, embedded: 2 } as const;
/** More than one instance posts. */
const FASTEST = 200;
/** Killed instances leave so many lost posts that Slack's own limit would be all there is to see. */
const READS_PER_MINUTE = 6_000;
/** Nudges are spread over six hours of a day, so many an hour; whoever has theirs later wouldn't be due. */
const ONE_DAY = 6 * 3_600 * DEFAULT_OPTIONS.ceiling;

/** Reads `--db pg --members 20000 … --lease 2s`; throws with a sentence about what can't be. */
export function settingsOf(args: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      db: { type: 'string', default: 'pg' },
      members: { type: 'string', default: '20000' },
      instances: { type: 'string' },
      kills: { type: 'string', default: '1000' },
      drop: { type: 'string', default: '0.05' },
      'late-commit': { type: 'string', default: '0s' },
      lease: { type: 'string', default: '2s' },
      quarantine: { type: 'string', default: '4s' },
    },
  });
  if (values.db !== 'pg' && values.db !== 'embedded') throw new Error('--db is pg or embedded.');
  const settings: Settings = {
    db: values.db,
    members: whole('members', values.members),
    instances: whole('instances', values.instances ?? (values.db === 'pg' ? '3' : '1')),
    kills: whole('kills', values.kills),
    drop: number('drop', values.drop),
    lateCommit: seconds('late-commit', values['late-commit']),
    lease: seconds('lease', values.lease),
    quarantine: seconds('quarantine', values.quarantine),
  };
  if (settings.db === 'embedded' && settings.instances !== 1)
    throw new Error('The embedded database has one instance.');
  if (settings.members > ONE_DAY) throw new Error(`At most ${ONE_DAY} people hear their nudge on one day.`);
  if (settings.drop > 1) throw new Error('--drop is a part, from 0 to 1.');
  return settings;
}

/**
 * The sender's options for these settings. The pace is the slowest at which the messages last as long as the kills do,
 * and Slack has no limits here: the pace has a proof of its own.
 */
export function senderOf({ db, members, kills, lease, quarantine }: Settings): SenderOptions {
  const ceiling = kills === 0 ? FASTEST : Math.min(FASTEST, members / (kills * PER_KILL[db]));
  const pace = Math.max(1, Math.round(ceiling * 10) / 10);
  return {
    ceiling: pace,
    startRate: pace,
    leaseSeconds: lease,
    claimSeconds: REQUEST_SECONDS + lease,
    quarantineSeconds: quarantine,
    inFlight: DEFAULT_OPTIONS.inFlight,
    readsPerMinute: READS_PER_MINUTE,
  };
}

function number(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0)) throw new Error(`--${name} is a number, not less than 0.`);
  return value;
}

function whole(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} is a whole number.`);
  return Number(text);
}

/** `2s`, `500ms`, or seconds without a unit. */
function seconds(name: string, text: string): number {
  const [, amount = '', unit] = /^([\d.]+)(ms|s)?$/.exec(text) ?? [];
  return number(name, amount) / (unit === 'ms' ? 1000 : 1);
}
