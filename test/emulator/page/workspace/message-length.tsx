/** Slack takes no more in one message of a person (characters). */
const MOST = 4_000;
/** From so many on it is said how many are left. */
const NEARLY = 3_600;

const lengthOf = (text: string) => [...text].length;

/** Slack would refuse it. */
export const isTooLong = (text: string) => lengthOf(text) > MOST;

/** It is time to say how much is left. */
export const isNearlyTooLong = (text: string) => lengthOf(text) > NEARLY;

/** How much more can be said in this message, when that isn't much. */
export function MessageLength({ id, text }: { id: string; text: string }) {
  if (!isNearlyTooLong(text)) return null;
  const over = lengthOf(text) - MOST;
  return (
    <p class={over > 0 ? 'length over' : 'length'} id={id} role="status">
      {over > 0
        ? `That is ${over === 1 ? '1 character' : `${over} characters`} too many for one message. Two of them will do.`
        : `${-over} characters left`}
    </p>
  );
}
