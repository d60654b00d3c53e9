import type { DateTimepicker, Datepicker as SlackDatepicker, Timepicker as SlackTimepicker } from '@slack/types';
import { useState } from 'preact/hooks';
import { useReading } from '../text/reading.ts';
import { wordsOf } from '../text/words.ts';
import { useChosen } from './chosen.ts';
import { DayField } from './day-field.tsx';
import { type ElementProps, groupNaming } from './naming.ts';
import { TimeField } from './time-field.tsx';
import { type LocalTime, localTimeOf, secondsOf } from './zoned-time.ts';

type PickerProps<E> = ElementProps<E> & { clearable: boolean };

const itemsOf = (value: string | undefined) => (value ? [{ value, text: value }] : []);

/** A day, told to the app as `2026-11-21`. */
export function DatePicker({ element, blockId, naming, clearable }: PickerProps<SlackDatepicker>) {
  const { chosen, choose } = useChosen(element, blockId);
  return (
    <DayField
      day={chosen[0]?.value}
      choose={(day) => void choose(itemsOf(day))}
      placeholder={element.placeholder ? wordsOf(element.placeholder) : 'Choose a day'}
      clearable={clearable}
      naming={naming}
    />
  );
}

/** A time of day, told to the app as `14:05`; the clocks of which place are meant stands beside it. */
export function TimePicker({ element, blockId, naming, clearable }: PickerProps<SlackTimepicker>) {
  const { chosen, choose } = useChosen(element, blockId);
  return (
    <div class="time-picker">
      <TimeField
        time={chosen[0]?.value}
        choose={(time) => void choose(itemsOf(time))}
        placeholder={element.placeholder ? wordsOf(element.placeholder) : 'Choose a time'}
        clearable={clearable}
        naming={naming}
      />
      {element.timezone && <Zone name={element.timezone} />}
    </div>
  );
}

/** An instant, told to the app in Unix seconds and asked for in the reader's zone, once both halves are there. */
export function DateTimePicker({ element, blockId, naming, clearable }: PickerProps<DateTimepicker>) {
  const { chosen, choose } = useChosen(element, blockId);
  const { zone } = useReading().reader;
  const [half, setHalf] = useState<Partial<LocalTime>>({});
  const seconds = chosen[0]?.value;
  const { day, time } = seconds ? localTimeOf(Number(seconds), zone) : half;
  const change = (part: Partial<LocalTime>) => {
    const next = { day, time, ...part };
    setHalf({ ...(next.day && { day: next.day }), ...(next.time && { time: next.time }) });
    if (next.day && next.time) void choose(itemsOf(String(secondsOf({ day: next.day, time: next.time }, zone))));
  };
  const clear = () => {
    setHalf({});
    void choose([]);
  };
  const { 'data-focus-on-load': focused } = naming;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend of its own beside the field's label
    <div role="group" class="date-time" {...groupNaming(naming)}>
      <DayField
        day={day}
        choose={(chosenDay) => (chosenDay ? change({ day: chosenDay }) : clear())}
        placeholder="Choose a day"
        clearable={clearable}
        naming={{ 'aria-label': 'Day', 'data-focus-on-load': focused }}
      />
      <TimeField
        time={time}
        choose={(chosenTime) => (chosenTime ? change({ time: chosenTime }) : clear())}
        placeholder="Choose a time"
        clearable={false}
        naming={{ 'aria-label': 'Time' }}
      />
      <Zone name={zone} />
    </div>
  );
}

const Zone = ({ name }: { name: string }) => <small class="zone">{name.replaceAll('_', ' ')}</small>;
