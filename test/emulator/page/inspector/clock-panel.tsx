import { turnClock } from '../api.ts';
import type { PageClock, PagePerson } from '../contract.ts';
import { dateOf, momentOf, timeOf } from '../text/dates.ts';
import { useReading } from '../text/reading.ts';
import { ClockFace } from './clock-face.tsx';
import { useTrying } from './use-trying.tsx';

/** The workspace's clock as the person at the keyboard reads it, and buttons to turn it on. */
export function ClockPanel({ clock, me }: { clock: PageClock; me: PagePerson }) {
  const { english } = useReading();
  const { attempt, trouble } = useTrying();
  const now = new Date(clock.now);
  return (
    <section class="clock" aria-label="Clock" aria-busy={clock.turning}>
      <div class="clock-now">
        <ClockFace at={now} zone={me.zone} />
        <div>
          <p class="clock-time">{timeOf(now, english)}</p>
          <p class="clock-day">{inTwoLines(dateOf(now, english))}</p>
          <p class="clock-zone">{me.zone.replaceAll('_', ' ')}</p>
        </div>
      </div>
      <p class="clock-word" role="status">
        {clock.turning ? 'Turning the clock; everything that is due happens on the way …' : 'Turn the clock'}
      </p>
      <div class="clock-targets">
        {clock.targets.map(({ label, at }) => (
          <button
            type="button"
            class="button"
            disabled={clock.turning}
            title={momentOf(new Date(at), english)}
            onClick={() => attempt(turnClock(at))}
          >
            {label}
          </button>
        ))}
      </div>
      {trouble}
    </section>
  );
}

/** Where it is too long for one line, it breaks behind the weekday. */
const inTwoLines = (date: string) => date.replaceAll(' ', '\u00a0').replace(',\u00a0', ', ');
