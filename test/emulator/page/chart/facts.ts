import type { AxisChart, PieChart } from '../contract.ts';

/** The figures of a chart as a sentence: what a person reads who doesn't see it. */
export function factsOf(chart: PieChart | AxisChart): string {
  if (chart.type === 'pie') return pointsOf(chart.segments);
  return chart.series.map(({ name, data }) => `${name}: ${pointsOf(data)}`).join('; ');
}

const pointsOf = (points: readonly { label: string; value: number }[]) =>
  points.map(({ label, value }) => `${label} ${value}`).join(', ');
