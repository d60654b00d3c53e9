/** A small clock with hands. What it shows stands in words beside it. */
export function ClockFace({ at, zone }: { at: Date; zone: string }) {
  const [hours = 0, minutes = 0] = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'short' })
    .format(at)
    .split(':')
    .map(Number);
  return (
    <svg class={hours >= 7 && hours < 20 ? 'clock-face' : 'clock-face night'} viewBox="0 0 64 64" aria-hidden="true">
      <circle cx="32" cy="32" r="29" />
      {Array.from({ length: 12 }, (_, hour) => (
        <line
          class="mark"
          x1="32"
          y1="7"
          x2="32"
          y2={hour % 3 === 0 ? 12 : 9.5}
          transform={`rotate(${hour * 30} 32 32)`}
        />
      ))}
      <line class="hand" x1="32" y1="32" x2="32" y2="18" transform={`rotate(${hours * 30 + minutes / 2} 32 32)`} />
      <line class="hand long" x1="32" y1="32" x2="32" y2="11" transform={`rotate(${minutes * 6} 32 32)`} />
      <circle class="pin" cx="32" cy="32" r="2.5" />
    </svg>
  );
}
