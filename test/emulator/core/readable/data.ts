import type { Block, Cell } from '../shapes.ts';
import { readRichText } from './rich-text.ts';
import { type Names, readText } from './text.ts';

/** A chart as its title and its numbers. */
export function readChart({ title, chart }: Block): string {
  const unit = chart?.axis_config?.y_label ? ` (${chart.axis_config.y_label})` : '';
  const heading = `${readText(title)}${unit}`;
  const points = (list: readonly { label: string; value: number }[]) =>
    list.map(({ label, value }) => `${label} ${value}`).join(', ');
  if (chart?.segments) return `${heading}\n${points(chart.segments)}`;
  return [heading, ...(chart?.series ?? []).map(({ name, data }) => `${name}: ${points(data)}`)].join('\n');
}

/** A table row by row, under its caption where it has one. */
export const readTable = ({ caption, rows = [] }: Block, names: Names): string =>
  [...(caption ? [caption] : []), ...rows.map((row) => row.map((cell) => readCell(cell, names)).join(' | '))].join(
    '\n',
  );

const readCell = (cell: Cell, names: Names): string =>
  cell.elements ? readRichText(cell.elements, names) : (cell.text ?? String(cell.value ?? ''));
