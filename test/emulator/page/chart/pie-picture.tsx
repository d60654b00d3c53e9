import type { PieChart } from '../contract.ts';

const CENTRE = { x: 160, y: 100 };
const RADIUS = 84;

/** A circle in slices, clockwise from the top; each carries its share. */
export function PiePicture({ chart: { segments } }: { chart: PieChart }) {
  const total = segments.reduce((sum, { value }) => sum + value, 0) || 1;
  let before = 0;
  return segments.map(({ label, value }, nth) => {
    const from = before / total;
    before += value;
    const share = value / total;
    const middle = pointAt(from + share / 2, RADIUS * 0.64);
    return (
      <g class={`series slice series-${nth % 12}`}>
        <path d={sliceOf(from, share)}>
          <title>{`${label}: ${value}`}</title>
        </path>
        {share > 0.06 && (
          <text class="share" x={middle.x} y={middle.y + 4} text-anchor="middle">
            {Math.round(share * 100)}%
          </text>
        )}
      </g>
    );
  });
}

function sliceOf(from: number, share: number): string {
  if (share > 0.9999) {
    const { x, y } = CENTRE;
    return `M ${x} ${y - RADIUS} A ${RADIUS} ${RADIUS} 0 1 1 ${x - 0.01} ${y - RADIUS} Z`;
  }
  const [start, end] = [pointAt(from, RADIUS), pointAt(from + share, RADIUS)];
  const large = share > 0.5 ? 1 : 0;
  return `M ${CENTRE.x} ${CENTRE.y} L ${start.x} ${start.y} A ${RADIUS} ${RADIUS} 0 ${large} 1 ${end.x} ${end.y} Z`;
}

/** The point at a share (0 to 1) of the way round. */
function pointAt(share: number, radius: number) {
  const angle = share * 2 * Math.PI - Math.PI / 2;
  return { x: CENTRE.x + radius * Math.cos(angle), y: CENTRE.y + radius * Math.sin(angle) };
}
