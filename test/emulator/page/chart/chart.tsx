import { useId } from 'preact/hooks';
import type { ChartBlock } from '../contract.ts';
import { AxisPicture, heightOf, PAPER } from './axis-picture.tsx';
import { factsOf } from './facts.ts';
import { Legend } from './legend.tsx';
import { PiePicture } from './pie-picture.tsx';

/** A chart, drawn here; the same figures stand in its description for those who can't see it. */
export function Chart({ block: { title, chart } }: { block: ChartBlock }) {
  const id = useId();
  const names = chart.type === 'pie' ? chart.segments.map(({ label }) => label) : chart.series.map(({ name }) => name);
  return (
    <figure class="chart">
      {title && <figcaption id={id}>{title}</figcaption>}
      <svg
        class={chart.type}
        viewBox={chart.type === 'pie' ? '0 0 320 200' : `0 0 ${PAPER.width} ${heightOf(chart)}`}
        role="img"
        aria-label={[title, factsOf(chart)].filter(Boolean).join(': ')}
      >
        {chart.type === 'pie' ? <PiePicture chart={chart} /> : <AxisPicture chart={chart} />}
      </svg>
      {names.length > 1 && <Legend names={names} />}
    </figure>
  );
}
