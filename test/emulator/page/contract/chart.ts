import type { Block } from '@slack/types';

/** A chart (docs.slack.dev/reference/block-kit/blocks/data-visualization-block), which the SDK's types don't know yet. */
export type ChartBlock = Block & { type: 'data_visualization'; title?: string; chart: PieChart | AxisChart };
export type PieChart = { type: 'pie'; segments: Point[] };
export type AxisChart = {
  type: 'line' | 'bar' | 'area';
  series: { name: string; data: Point[] }[];
  axis_config?: { categories?: string[]; x_label?: string; y_label?: string };
};
export type Point = { label: string; value: number };
