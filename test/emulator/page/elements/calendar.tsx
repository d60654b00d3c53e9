import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useReading } from '../text/reading.ts';
import { addDays, addMonths, dayInWords, firstDayOfWeek, weeksAround } from './calendar-days.ts';

type CalendarProps = {
  /** The day that is chosen, or from where one is looked for. */
  from: string;
  chosen: string | undefined;
  today: string;
  take(day: string): void;
};

/** How far a key leads from a day. */
const STEPS: Readonly<Record<string, (day: string) => string>> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  PageUp: (day) => addMonths(day, -1),
  PageDown: (day) => addMonths(day, 1),
};

/** A month on a sheet. Arrow keys walk through its days, Page Up and Page Down through the months. */
export function Calendar({ from, chosen, today, take }: CalendarProps) {
  const { locale } = useReading().reader;
  const [at, setAt] = useState(from);
  const sheet = useRef<HTMLTableElement>(null);
  const firstDay = firstDayOfWeek(locale);
  const weeks = weeksAround(at, firstDay);
  const focus = () => sheet.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  // The first time it has yet to be shown; from then on the next key may come at once.
  useEffect(focus, []);
  useLayoutEffect(focus, [at]);
  const walk = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    setAt(step(at));
  };
  const title = dayInWords(at, locale, { month: 'long', year: 'numeric' });
  return (
    <div class="calendar">
      <div class="calendar-head">
        <button type="button" class="icon small" aria-label="Month before" onClick={() => setAt(addMonths(at, -1))}>
          ‹
        </button>
        <strong aria-live="polite">{title}</strong>
        <button type="button" class="icon small" aria-label="Month after" onClick={() => setAt(addMonths(at, 1))}>
          ›
        </button>
      </div>
      <table ref={sheet} aria-label={title}>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th scope="col" abbr={dayInWords(day, locale, { weekday: 'long' })}>
                {dayInWords(day, locale, { weekday: 'short' })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr>
              {week.map((day) => (
                <td>
                  <button
                    type="button"
                    tabIndex={day === at ? 0 : -1}
                    class={[day === today && 'today', day.slice(0, 7) !== at.slice(0, 7) && 'beside']
                      .filter(Boolean)
                      .join(' ')}
                    aria-label={dayInWords(day, locale, { dateStyle: 'full' })}
                    aria-current={day === today ? 'date' : undefined}
                    aria-pressed={day === chosen}
                    onKeyDown={walk}
                    onClick={() => take(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
