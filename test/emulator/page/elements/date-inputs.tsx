import type { DateTimepicker, Datepicker as SlackDatepicker, Timepicker as SlackTimepicker } from '@slack/types';
import { useReading } from '../text/reading.ts';
import { useChosen } from './chosen.ts';
import type { ElementProps } from './naming.ts';

const itemsOf = (value: string) => (value ? [{ value, text: value }] : []);

/** A day, `2026-11-21`. */
export function DatePicker({ element, blockId, naming }: ElementProps<SlackDatepicker>) {
  const { chosen, choose } = useChosen(element, blockId);
  return (
    <input
      type="date"
      class="input short"
      value={chosen[0]?.value ?? ''}
      title={element.placeholder?.text}
      onChange={(event) => void choose(itemsOf(event.currentTarget.value))}
      {...naming}
    />
  );
}

/** A time of day, `14:05`. */
export function TimePicker({ element, blockId, naming }: ElementProps<SlackTimepicker>) {
  const { chosen, choose } = useChosen(element, blockId);
  return (
    <input
      type="time"
      class="input short"
      value={chosen[0]?.value ?? ''}
      title={element.placeholder?.text}
      onChange={(event) => void choose(itemsOf(event.currentTarget.value))}
      {...naming}
    />
  );
}

/** An instant, in Unix seconds; asked for in the reader's zone. */
export function DateTimePicker({ element, blockId, naming }: ElementProps<DateTimepicker>) {
  const { chosen, choose } = useChosen(element, blockId);
  const { zone } = useReading().reader;
  const seconds = chosen[0]?.value;
  return (
    <input
      type="datetime-local"
      class="input short"
      value={seconds ? localOf(new Date(Number(seconds) * 1000), zone) : ''}
      onChange={(event) => void choose(itemsOf(secondsOf(event.currentTarget.value, zone)))}
      {...naming}
    />
  );
}

/** `2026-11-21T14:05`, as the clocks of that zone show the instant. */
const localOf = (at: Date, zone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .replace(' ', 'T');

/** The instant at which that zone's clocks show this, found by asking what they show and going back the difference. */
function secondsOf(local: string, zone: string): string {
  if (!local) return '';
  const asUtc = Date.parse(`${local}Z`);
  const shown = Date.parse(`${localOf(new Date(asUtc), zone)}Z`);
  return String((asUtc - (shown - asUtc)) / 1000);
}
