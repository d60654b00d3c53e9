type CounterProps = { length: number; least: number; most: number | undefined };

/** So many characters before the end Slack begins to count down. */
const NEAR = 0.2;

/** How many characters are missing or left, as soon as that matters; red once there are too many. */
export function Counter({ length, least, most }: CounterProps) {
  if (length > 0 && length < least) {
    return (
      <small class="counter" aria-live="polite">
        {least - length} more to go
      </small>
    );
  }
  if (most === undefined || most - length > most * NEAR) return null;
  const left = most - length;
  return (
    <small class={left < 0 ? 'counter over' : 'counter'} aria-live="polite">
      {left}
      <span class="unseen"> characters left</span>
    </small>
  );
}
