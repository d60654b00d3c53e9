import { useMemo } from 'preact/hooks';
import { useReading } from '../text/reading.ts';
import type { Item } from './chosen.ts';
import { Combobox } from './combobox.tsx';
import { fitting } from './fitting.ts';
import type { Naming } from './naming.ts';
import { timeFrom } from './typed-dates.ts';

type TimeFieldProps = {
  /** `14:05` */
  time: string | undefined;
  choose(time: string | undefined): void;
  placeholder: string;
  clearable: boolean;
  naming: Naming;
};

/** A time of day in the reader's own way of writing: one of the half hours, or any that is typed. */
export function TimeField({ time, choose, placeholder, clearable, naming }: TimeFieldProps) {
  const { locale } = useReading().reader;
  const { item, halfHours } = useMemo(() => timesIn(locale), [locale]);
  const find = (typed: string) => {
    const exact = timeFrom(typed);
    const others = fitting(halfHours, typed).filter(({ value }) => value !== exact);
    return Promise.resolve(exact ? [item(exact), ...others] : others);
  };
  return (
    <Combobox
      naming={naming}
      placeholder={placeholder}
      chosen={time ? [item(time)] : []}
      find={find}
      choose={([chosen]) => choose(chosen?.value)}
      clearable={clearable}
    />
  );
}

const HALF_HOURS = Array.from({ length: 48 }, (_, at) => `${String(at >> 1).padStart(2, '0')}:${at % 2 ? '30' : '00'}`);

/** Times as that language writes them. */
function timesIn(locale: string) {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', timeStyle: 'short' });
  const item = (time: string): Item => ({ value: time, text: format.format(new Date(`2026-01-01T${time}Z`)) });
  return { item, halfHours: HALF_HOURS.map(item) };
}
