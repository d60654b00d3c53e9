import { type Conditions, drive } from './drive.ts';
import type { Shape } from './shapes.ts';

/** How much of what a hidden limit allows got through, and how many calls it refused. */
export type Share = { hours: number; sent: number; refused: number; ofAllowed: number };

/** `findingOut`: the hours after the beginning and after every change of the limit; `settled`: the others. */
export type Measured = { name: string; knownCeiling: boolean; findingOut: Share; settled: Share };

/** Hours in which a new limit may be found out. */
const FINDING_OUT = 2;
const HOUR_MS = 3_600_000;
/** What is allowed is added up in minutes. */
const MINUTES = 60;

/** Drives the pace against a shape until so many messages went out in settled hours. */
export function measure(shape: Shape, settledMessages: number, conditions: Conditions): Measured {
  const counts = { findingOut: { sent: 0, refused: 0 }, settled: { sent: 0, refused: 0 } };
  let end = 0;
  for (const { at, passed } of drive(shape.limiter(), conditions)) {
    const count = counts[isSettled(shape, at / HOUR_MS) ? 'settled' : 'findingOut'];
    if (passed) count.sent += 1;
    else count.refused += 1;
    end = at / HOUR_MS;
    if (counts.settled.sent >= settledMessages && end > lastChange(shape)) break;
  }
  const allowed = allowedUntil(shape, end, conditions.ceiling);
  return {
    name: shape.name,
    knownCeiling: shape.changes.every((hour) => shape.rateAt(hour) >= conditions.ceiling),
    findingOut: { ...counts.findingOut, ...share(counts.findingOut.sent, allowed.findingOut) },
    settled: { ...counts.settled, ...share(counts.settled.sent, allowed.settled) },
  };
}

/** The settled hours must use 0.95 of what is allowed, with at most one refusal for each hour begun, none at a known ceiling. */
export function missed({ knownCeiling, findingOut, settled }: Measured): string[] {
  const most = knownCeiling ? 0 : Math.ceil(settled.hours);
  return [
    ...(settled.ofAllowed < 0.95 ? [`only ${settled.ofAllowed} of the allowed rate`] : []),
    ...(settled.refused > most ? [`${settled.refused} refusals in ${settled.hours} hours`] : []),
    ...(knownCeiling && findingOut.refused > 0 ? [`${findingOut.refused} refusals at a known ceiling`] : []),
  ];
}

type Allowed = { hours: number; messages: number };

const share = (sent: number, { hours, messages }: Allowed) => ({
  hours: Math.round(hours * 10) / 10,
  ofAllowed: Math.round((sent / messages) * 1000) / 1000,
});

function allowedUntil(shape: Shape, end: number, ceiling: number) {
  const allowed = { findingOut: { hours: 0, messages: 0 }, settled: { hours: 0, messages: 0 } };
  for (let hour = 0; hour < end; hour += 1 / MINUTES) {
    const part = allowed[isSettled(shape, hour) ? 'settled' : 'findingOut'];
    const length = Math.min(1 / MINUTES, end - hour);
    part.hours += length;
    part.messages += Math.min(ceiling, shape.rateAt(hour)) * length * 3_600;
  }
  return allowed;
}

const isSettled = ({ changes }: Shape, hour: number) =>
  !changes.some((change) => hour >= change && hour < change + FINDING_OUT);

const lastChange = ({ changes }: Shape) => Math.max(...changes) + FINDING_OUT;
