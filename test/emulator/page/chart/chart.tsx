import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Unknown } from '../blocks/unknown.tsx';
import type { AxisChart, ChartBlock, PieChart } from '../contract.ts';
import { AxisPicture } from './axis-picture.tsx';
import { factsOf } from './facts.ts';
import { Legend } from './legend.tsx';
import { PiePicture } from './pie-picture.tsx';
import { plotOf } from './plot.ts';

const TYPES: ReadonlySet<string> = new Set(['pie', 'bar', 'line', 'area']);

/** A chart, drawn here; the same figures stand in its description for those who can't see it. */
export function Chart({ block: { title, chart } }: { block: ChartBlock }) {
  const id = useId();
  if (!TYPES.has(chart.type)) return <Unknown kind="value of type" type={chart.type} />;
  const names = chart.type === 'pie' ? chart.segments.map(({ label }) => label) : chart.series.map(({ name }) => name);
  return (
    <figure class="chart" aria-labelledby={title && id}>
      {title && <figcaption id={id}>{title}</figcaption>}
      <Picture chart={chart} name={[title, factsOf(chart)].filter(Boolean).join(': ')} />
      {names.length > 1 && <Legend names={names} />}
    </figure>
  );
}

/** As wide as there is room (pixels); a first guess until that is known. */
const FIRST_WIDTH = 520;

function Picture({ chart, name }: { chart: PieChart | AxisChart; name: string }) {
  const svg = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  useLayoutEffect(() => {
    if (!svg.current) return undefined;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width || FIRST_WIDTH));
    watch.observe(svg.current);
    return () => watch.disconnect();
  }, []);
  if (chart.type === 'pie') {
    return (
      <svg ref={svg} class="pie" viewBox="0 0 320 200" role="img" aria-label={name}>
        <PiePicture chart={chart} />
      </svg>
    );
  }
  const plot = plotOf(chart, width);
  return (
    <svg ref={svg} viewBox={`0 0 ${plot.width} ${plot.height}`} role="img" aria-label={name}>
      <AxisPicture chart={chart} plot={plot} />
    </svg>
  );
}
