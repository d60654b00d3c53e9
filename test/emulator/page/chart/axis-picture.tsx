import type { AxisChart } from '../contract.ts';
import { Bars, Lines } from './marks.tsx';
import { scaleOf } from './scale.ts';

/** The paper a chart with axes is drawn on, in SVG units. */
export const PAPER = { width: 560, left: 44, right: 548, top: 22, bottom: 188 };

/** Room under the axis (SVG units): for names in a line, or slanted; and for the name of the axis itself. */
const ROOM = { level: 24, slanted: 76, axisName: 22 };

/** Turns the place of a category and a value into a point on the paper. */
export type Plot = { x(at: number): number; y(value: number): number; band: number; baseline: number };

const categoriesOf = ({ axis_config: axes, series }: AxisChart) =>
  axes?.categories ?? series[0]?.data.map(({ label }) => label) ?? [];

const bandOf = (categories: readonly string[]) => (PAPER.right - PAPER.left) / Math.max(categories.length, 1);

/** Names that don't fit beside each other are slanted (a letter is about 7 units wide). */
const areSlanted = (names: readonly string[]) => names.some((name) => name.length * 7 > bandOf(names));

/** How high the picture must be for everything that stands under its axis. */
export const heightOf = (chart: AxisChart): number =>
  PAPER.bottom +
  (areSlanted(categoriesOf(chart)) ? ROOM.slanted : ROOM.level) +
  (chart.axis_config?.x_label ? ROOM.axisName : 0);

/** Bars, lines or areas over the same categories. */
export function AxisPicture({ chart }: { chart: AxisChart }) {
  const categories = categoriesOf(chart);
  const scale = scaleOf(chart.series.flatMap(({ data }) => data.map(({ value }) => value)));
  const band = bandOf(categories);
  const y = (value: number) =>
    PAPER.bottom - ((value - scale.min) / (scale.max - scale.min)) * (PAPER.bottom - PAPER.top);
  const plot: Plot = { x: (at) => PAPER.left + band * (at + 0.5), y, band, baseline: y(0) };
  return (
    <>
      {scale.ticks.map((tick) => (
        <g class="tick">
          <line x1={PAPER.left} x2={PAPER.right} y1={y(tick)} y2={y(tick)} />
          <text x={PAPER.left - 8} y={y(tick) + 4} text-anchor="end">
            {tick.toLocaleString()}
          </text>
        </g>
      ))}
      {chart.type === 'bar' ? (
        <Bars chart={chart} categories={categories} plot={plot} />
      ) : (
        <Lines chart={chart} categories={categories} plot={plot} />
      )}
      <Categories names={categories} plot={plot} />
      <AxisNames x={chart.axis_config?.x_label} y={chart.axis_config?.y_label} bottom={heightOf(chart)} />
    </>
  );
}

/** Names under the axis. */
function Categories({ names, plot }: { names: readonly string[]; plot: Plot }) {
  const slanted = areSlanted(names);
  return (
    <g class="categories">
      {names.map((name, at) => {
        const [x, y] = [plot.x(at), PAPER.bottom + 16];
        return (
          <text
            x={x}
            y={y}
            text-anchor={slanted ? 'end' : 'middle'}
            {...(slanted && { transform: `rotate(-35 ${x} ${y})` })}
          >
            {name}
          </text>
        );
      })}
    </g>
  );
}

type AxisNamesProps = { x: string | undefined; y: string | undefined; bottom: number };

const AxisNames = ({ x, y, bottom }: AxisNamesProps) => (
  <g class="axis-names">
    {y && (
      <text x={4} y={12}>
        {y}
      </text>
    )}
    {x && (
      <text x={PAPER.right} y={bottom - 6} text-anchor="end">
        {x}
      </text>
    )}
  </g>
);
