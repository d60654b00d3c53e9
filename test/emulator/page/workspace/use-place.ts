import { useRef } from 'preact/hooks';
import type { Place } from '../blocks/place.ts';
import type { Container, ElementAct, InputValues } from '../contract.ts';
import { useReading } from '../text/reading.ts';
import { useDoing } from './doing.ts';
import { uploadFile } from './upload.ts';

/** Typed text is told to Slack this long after the last key (real milliseconds), or before the next click. */
const TYPING_MS = 250;

type Standing = {
  surface: Place['surface'];
  container: Container;
  values?: InputValues;
  errors?: Readonly<Record<string, string>>;
};

/** The place of a message or view, and a way to tell at once what was typed there. */
export function usePlaceOf({ surface, container, values = {}, errors = {} }: Standing) {
  const { send, ask } = useDoing();
  const { me } = useReading();
  const typing = useRef(new Map<string, { act: ElementAct; timer: ReturnType<typeof setTimeout> }>());

  const tell = async (key: string) => {
    const waiting = typing.current.get(key);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    typing.current.delete(key);
    await send({ what: 'act', ...sent(waiting.act) });
  };
  const tellAll = async () => {
    for (const key of [...typing.current.keys()]) await tell(key);
  };

  const place: Place = {
    surface,
    container,
    values,
    errors,
    async act(blockId, { action_id: actionId = '', confirm }, value) {
      if (confirm && !(await ask(confirm))) return false;
      await tellAll();
      await send({ what: 'act', ...sent({ container, blockId, actionId, ...(value !== undefined && { value }) }) });
      return true;
    },
    type(blockId, { action_id: actionId = '' }, text, dispatched) {
      const key = `${blockId} ${actionId}`;
      clearTimeout(typing.current.get(key)?.timer);
      const timer = setTimeout(() => void tell(key), TYPING_MS);
      typing.current.set(key, { act: { container, blockId, actionId, value: text, typing: !dispatched }, timer });
    },
    upload: (file) => uploadFile(me, file),
    search: (blockId, { action_id: actionId = '' }, typed) =>
      send({ what: 'searches', container, blockId, actionId, typed }),
  };
  return { place, tellAll };
}

/** On the wire a list is a plain array. */
const sent = ({ value, ...act }: ElementAct) =>
  value === undefined ? act : { ...act, value: typeof value === 'string' ? value : [...value] };
