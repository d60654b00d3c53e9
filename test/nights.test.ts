import { describe, expect, it } from 'vitest';
import { nightWork } from '../src/nights.ts';
import { noLog } from './support/no-log.ts';

const house = { workspace: { zone: 'Europe/Amsterdam' } };
const at = (instant: string) => new Date(`${instant}Z`);

/** A night's two works, of which the first fails as often as it is told to. */
function twoWorks(failures: number) {
  const done: string[] = [];
  let soon = 0;
  let left = failures;
  const roster = async () => {
    left -= 1;
    if (left >= 0) throw new Error('Slack is away');
    done.push('roster');
  };
  const nights = nightWork<typeof house>(
    noLog,
    () => {
      soon += 1;
    },
    () => [roster, async () => void done.push('tidying')],
  );
  const tick = async (instant: string) => {
    nights.begin(house, at(instant));
    await nights.done();
  };
  return { done, tick, soon: () => soon };
}

describe('the work of a night', () => {
  it('is done at the start, and then once from three in the morning on', async () => {
    const { done, tick, soon } = twoWorks(0);
    for (const instant of [
      '2026-12-01T09:00',
      '2026-12-01T23:30',
      '2026-12-02T01:59',
      '2026-12-02T02:00',
      '2026-12-02T02:01',
    ])
      await tick(instant);
    expect(done).toEqual(['roster', 'tidying', 'roster', 'tidying']);
    expect(soon()).toBe(0);
  });

  it('that failed wants a tick soon, which tries it again; the rest is done all the same', async () => {
    const { done, tick, soon } = twoWorks(1);
    await tick('2026-12-01T09:00');
    expect({ done: [...done], soon: soon() }).toEqual({ done: ['tidying'], soon: 1 });
    await tick('2026-12-01T09:00:10');
    expect({ done, soon: soon() }).toEqual({ done: ['tidying', 'roster', 'tidying'], soon: 1 });
  });
});
