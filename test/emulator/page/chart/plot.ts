import type { AxisChart } from '../contract.ts';
import { type Scale, scaleOf } from './scale.ts';

/** Where everything of a chart with axes stands on its paper. One unit is one pixel, so letters stay readable. */
export type Plot = {
  width: number;
  height: number;
  /** The edges of the field inside the axes. */
  left: number;
  right: number;
  bottom: number;
  categories: readonly string[];
  /** Names under the axis that don't fit beside each other are slanted. */
  slanted: boolean;
  /** How much room one category has. */
  band: number;
  scale: Scale;
  /** Where value 0 is. */
  baseline: number;
  x(at: number): number;
  y(value: number): number;
};

const EDGE = { left: 44, right: 12, top: 22, bottom: 188 };
/** Room under the axis: for names in a line, or slanted; and for the name of the axis itself. */
const ROOM = { level: 24, slanted: 76, axisName: 22 };
/** About as wide as a letter is. */
const LETTER = 7;

/** The paper for a chart in that width (pixels). */
export function plotOf(chart: AxisChart, width: number): Plot {
  const { axis_config: axes, series } = chart;
  const categories = axes?.categories ?? series[0]?.data.map(({ label }) => label) ?? [];
  const scale = scaleOf(series.flatMap(({ data }) => data.map(({ value }) => value)));
  const { left, top, bottom } = EDGE;
  const right = width - EDGE.right;
  const band = (right - left) / Math.max(categories.length, 1);
  const slanted = categories.some((name) => name.length * LETTER > band);
  const x = (at: number) => left + band * (at + 0.5);
  const y = (value: number) => bottom - ((value - scale.min) / (scale.max - scale.min)) * (bottom - top);
  const height = bottom + (slanted ? ROOM.slanted : ROOM.level) + (axes?.x_label ? ROOM.axisName : 0);
  return { width, height, left, right, bottom, categories, slanted, band, scale, baseline: y(0), x, y };
}
