import type { AxisChart, Point } from '../contract.ts';
import type { Plot } from './plot.ts';

type MarksProps = { chart: AxisChart; plot: Plot };

/** A figure is written beside its mark as long as there are few of them. */
const FEW = 24;

const isFew = ({ series }: AxisChart) => series.reduce((sum, { data }) => sum + data.length, 0) <= FEW;

/** Points stand at their category, whatever order the data came in; without one, in their own order. */
const placed = (data: readonly Point[], categories: readonly string[]) =>
  data.map((point, nth) => {
    const at = categories.indexOf(point.label);
    return { ...point, at: at === -1 ? nth : at };
  });

/** Bars, those of one category beside each other. */
export function Bars({ chart, plot }: MarksProps) {
  const width = (plot.band * 0.72) / chart.series.length;
  return chart.series.map(({ name, data }, nth) => (
    <g class={`series series-${nth % 12}`}>
      {placed(data, plot.categories).map(({ label, value, at }) => {
        const x = plot.x(at) + (nth - chart.series.length / 2) * width;
        return (
          <g>
            <rect
              x={x + 1}
              width={Math.max(width - 2, 1)}
              y={Math.min(plot.y(value), plot.baseline)}
              height={Math.abs(plot.y(value) - plot.baseline)}
              rx={3}
            >
              <title>{`${name}, ${label}: ${value}`}</title>
            </rect>
            {isFew(chart) && <Figure x={x + width / 2} y={plot.y(value) - 5} value={value} />}
          </g>
        );
      })}
    </g>
  ));
}

/** Lines, filled below when the chart is an area. */
export function Lines({ chart, plot }: MarksProps) {
  return chart.series.map(({ name, data }, nth) => {
    const points = placed(data, plot.categories).map((point) => ({
      ...point,
      x: plot.x(point.at),
      y: plot.y(point.value),
    }));
    const line = points.map(({ x, y }) => `${x},${y}`).join(' ');
    const [first, last] = [points[0], points.at(-1)];
    return (
      <g class={`series series-${nth % 12}`}>
        {chart.type === 'area' && first && last && (
          <polygon points={`${first.x},${plot.baseline} ${line} ${last.x},${plot.baseline}`} />
        )}
        <polyline points={line} />
        {points.map(({ x, y, label, value }) => (
          <g>
            <circle cx={x} cy={y} r={4}>
              <title>{`${name}, ${label}: ${value}`}</title>
            </circle>
            {isFew(chart) && <Figure x={x} y={y - 10} value={value} />}
          </g>
        ))}
      </g>
    );
  });
}

const Figure = ({ x, y, value }: { x: number; y: number; value: number }) => (
  <text class="figure" x={x} y={y} text-anchor="middle">
    {value.toLocaleString()}
  </text>
);
