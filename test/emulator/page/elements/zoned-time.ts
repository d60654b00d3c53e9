/** A day and a time of day as the clocks of a place show them: `2026-11-21` and `14:05`. */
export type LocalTime = { day: string; time: string };

/** What the clocks of a zone (IANA) show at an instant, given in Unix seconds. */
export function localTimeOf(seconds: number, zone: string): LocalTime {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const [day = '', time = ''] = shown.format(new Date(seconds * 1000)).split(' ');
  return { day, time };
}

/**
 * The instant (Unix seconds) at which a zone's clocks show this: found by asking what they show and going back the
 * difference, twice, for the nights on which the clocks are changed.
 */
export function secondsOf({ day, time }: LocalTime, zone: string): number {
  const wanted = Date.parse(`${day}T${time}Z`) / 1000;
  const correct = (guess: number) => {
    const shown = localTimeOf(guess, zone);
    return guess + wanted - Date.parse(`${shown.day}T${shown.time}Z`) / 1000;
  };
  return correct(correct(wanted));
}
