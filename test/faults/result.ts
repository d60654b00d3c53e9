import { type Played, TARGET } from './act.ts';
import { ADDRESSES } from './points.ts';
import { SENDER } from './scene.ts';
import type { Settings } from './settings.ts';

/** A run, from its settings to what came of it. `methods`: those that the list of points names. */
export type Result = {
  settings: Settings;
  reports: readonly Played[];
  seconds: number;
  methods: readonly string[];
};

/** The target of the long form, and of the short one (reliability.md, R7). */
const AT_LEAST = { long: 40, short: 12 } as const;

/** Each target that was missed, in a sentence. */
export function failuresOf({ settings, reports, methods }: Result): string[] {
  const outcomes = reports.flatMap((report) => report.outcomes);
  const wrong = outcomes.filter((outcome) => outcome.wrong !== undefined);
  const late = outcomes.filter(({ recovered }) => recovered > TARGET);
  const least = AT_LEAST[settings.short ? 'short' : 'long'];
  const called = new Set(reports.flatMap((report) => report.methods));
  const part = settings.only !== undefined || settings.act !== undefined;
  const all = !settings.short && !part;
  const unknown = [...called].filter((method) => !ADDRESSES.includes(method) && !methods.includes(method));
  const uncalled = methods.filter((method) => !called.has(method));
  const checks: [isSo: boolean, otherwise: string][] = [
    [wrong.length === 0, `${wrong.length} faults were not survived.`],
    // On a machine that is busy with other things, seconds are printed and don't count (decisions, "CI's budget").
    [settings.short || late.length === 0, `${late.length} took more than ${TARGET} s.`],
    [part || outcomes.length >= least, `Only ${outcomes.length} of ${least} faults were tried.`],
    [outcomes.length > 0, 'No fault was tried.'],
    [unknown.length === 0, `The product waits for ${unknown.join(', ')}, and no fault is scripted there.`],
    [!all || uncalled.length === 0, `The product never called ${uncalled.join(', ')}.`],
    ...reports.flatMap(({ act, aftermath }) => traces(act, aftermath)),
  ];
  return checks.filter(([isSo]) => !isSo).map(([, otherwise]) => otherwise);
}

function traces(act: string, aftermath: Played['aftermath']): [isSo: boolean, otherwise: string][] {
  const { mostCopies, open, lost, misplaced, notKeptOnce, law, endedBadly } = aftermath;
  return [
    [mostCopies <= 1, `${act}: a message stands ${mostCopies} times.`],
    [open === 0, `${act}: ${open} messages that were due are still open.`],
    [lost === 0, `${act}: ${lost} messages failed or expired.`],
    [misplaced === 0, `${act}: ${misplaced} messages don't stand where the database says.`],
    [notKeptOnce === 0, `${act}: ${notKeptOnce} conversations whose form closed are not kept exactly once.`],
    [law, `${act}: due is not sent + failed + skipped + expired + open.`],
    [endedBadly === 0, `${act}: ${endedBadly} instances did not stop by themselves.`],
  ];
}

/** All figures and settings, flat enough to be kept and compared. */
export function lastLineOf({ settings, reports, seconds }: Result): object {
  const outcomes = reports.flatMap((report) => report.outcomes);
  const survived = outcomes.filter(({ wrong }) => wrong === undefined);
  const slowest = Math.max(0, ...survived.map(({ recovered }) => recovered));
  const figures = { faults: outcomes.length, survived: survived.length, slowest, target: TARGET, seconds };
  const acts = Object.fromEntries(reports.map(({ act, aftermath }) => [act, aftermath]));
  return { proof: 'faults', figures: { ...figures, acts }, settings: { ...settings, sender: SENDER } };
}
