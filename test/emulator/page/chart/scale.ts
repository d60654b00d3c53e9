/** An axis from 0 (or below) to a round number above the highest value, with round steps between. */
export type Scale = { min: number; max: number; ticks: number[] };

const ROUND = [1, 2, 2.5, 5, 10];
const STEPS = 4;

/** The axis for these values. */
export function scaleOf(values: readonly number[]): Scale {
  const highest = Math.max(0, ...values);
  const lowest = Math.min(0, ...values);
  const step = roundStep((highest - lowest) / STEPS || 1);
  const min = Math.floor(lowest / step) * step;
  const max = Math.max(Math.ceil(highest / step) * step, min + step);
  const ticks = Array.from({ length: Math.round((max - min) / step) + 1 }, (_, at) => min + at * step);
  return { min, max, ticks };
}

/** The first of 1, 2, 2.5, 5, 10 times a power of ten that is at least the raw step. */
function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  return (ROUND.find((round) => round * power >= raw) ?? 10) * power;
}
