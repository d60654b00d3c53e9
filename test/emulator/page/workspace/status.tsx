import type { PagePerson } from '../contract.ts';
import { useReading } from '../text/reading.ts';
import { Label } from '../text/text.tsx';

/** The emoji that somebody has put behind their name, for as long as they said. */
export function Status({ person }: { person: PagePerson | undefined }) {
  const { reader } = useReading();
  const { emoji, text, until } = person?.status ?? { emoji: '', text: '' };
  if (!emoji || (until && new Date(until) <= reader.now)) return null;
  return (
    <span class="status" title={text}>
      <Label text={emoji} />
      <span class="unseen"> {text}</span>
    </span>
  );
}
