import { useRef, useState } from 'preact/hooks';
import { dayKey } from '../text/dates.ts';
import { useReading } from '../text/reading.ts';
import { Calendar } from './calendar.tsx';
import { dayInWords } from './calendar-days.ts';
import type { Naming } from './naming.ts';
import { Outline } from './outline.tsx';
import { Popover } from './popover.tsx';
import { dayFrom } from './typed-dates.ts';

type DayFieldProps = {
  day: string | undefined;
  choose(day: string | undefined): void;
  placeholder: string;
  clearable: boolean;
  naming: Naming;
};

/** A day in the reader's own way of writing: typed, or taken from a calendar that the arrow down opens. */
export function DayField({ day, choose, placeholder, clearable, naming }: DayFieldProps) {
  const { reader } = useReading();
  const [typed, setTyped] = useState<string | undefined>();
  const [open, setOpen] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const today = dayKey(reader.now, reader.zone);
  const shown = day ? dayInWords(day, reader.locale, { dateStyle: 'medium' }) : '';

  const commit = () => {
    if (typed === undefined) return;
    setTyped(undefined);
    const meant = dayFrom(typed, reader.locale, today);
    if (meant && meant !== day) choose(meant);
    else if (typed.trim() === '' && clearable && day) choose(undefined);
  };
  const close = () => {
    setOpen(false);
    input.current?.focus();
  };
  return (
    <div class="day-field" ref={field}>
      <input
        ref={input}
        type="text"
        class="input"
        autocomplete="off"
        placeholder={placeholder}
        value={typed ?? shown}
        onFocus={(event) => event.currentTarget.select()}
        onInput={({ currentTarget: { value } }) => setTyped(value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          else if (event.key === 'ArrowDown') setOpen(true);
          else return;
          event.preventDefault();
        }}
        {...naming}
      />
      {clearable && day && (
        <button type="button" class="clear" aria-label="Clear" onClick={() => choose(undefined)}>
          ×
        </button>
      )}
      <button
        type="button"
        class="icon small"
        aria-label="Open the calendar"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Outline of="calendar" />
      </button>
      {open && (
        <Popover anchor={field} closing="auto" onClose={() => setOpen(false)}>
          <Calendar
            from={day ?? today}
            chosen={day}
            today={today}
            take={(taken) => {
              close();
              choose(taken);
            }}
          />
        </Popover>
      )}
    </div>
  );
}
