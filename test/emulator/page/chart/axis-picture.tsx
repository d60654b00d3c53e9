import type { AxisChart } from '../contract.ts';
import { Bars, Lines } from './marks.tsx';
import type { Plot } from './plot.ts';

/** Bars, lines or areas over the same categories. */
export const AxisPicture = ({ chart, plot }: { chart: AxisChart; plot: Plot }) => (
  <>
    {plot.scale.ticks.map((tick) => (
      <g class="tick">
        <line x1={plot.left} x2={plot.right} y1={plot.y(tick)} y2={plot.y(tick)} />
        <text x={plot.left - 8} y={plot.y(tick) + 4} text-anchor="end">
          {tick.toLocaleString()}
        </text>
      </g>
    ))}
    {chart.type === 'bar' ? <Bars chart={chart} plot={plot} /> : <Lines chart={chart} plot={plot} />}
    <Categories plot={plot} />
    <AxisNames plot={plot} x={chart.axis_config?.x_label} y={chart.axis_config?.y_label} />
  </>
);

/** Names under the axis. */
const Categories = ({ plot }: { plot: Plot }) =>
  plot.categories.map((name, at) => {
    const [x, y] = [plot.x(at), plot.bottom + 16];
    const look = plot.slanted
      ? ({ 'text-anchor': 'end', transform: `rotate(-35 ${x} ${y})` } as const)
      : ({ 'text-anchor': 'middle' } as const);
    return (
      <text x={x} y={y} {...look}>
        {name}
      </text>
    );
  });

const AxisNames = ({ plot, x, y }: { plot: Plot; x: string | undefined; y: string | undefined }) => (
  <>
    {y && (
      <text x={4} y={12}>
        {y}
      </text>
    )}
    {x && (
      <text x={plot.right} y={plot.height - 6} text-anchor="end">
        {x}
      </text>
    )}
  </>
);
