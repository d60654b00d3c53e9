import { expect, it } from 'vitest';
import { createCounter, createHistogram, exposition, gauge } from '../src/metrics.ts';

it('a counter has a line for each value of its label', () => {
  const sends = createCounter('send_total', 'Calls.', 'outcome');
  for (const outcome of ['done', 'done', 'unknown']) sends.add(outcome);
  expect(exposition([sends])).toBe(
    '# HELP send_total Calls.\n# TYPE send_total counter\nsend_total{outcome="done"} 2\nsend_total{outcome="unknown"} 1\n',
  );
});

it('a histogram counts everything up to each bound, the bound itself among it', () => {
  const waits = createHistogram('wait_seconds', 'Waits.', [0.5, 3]);
  for (const seconds of [0.5, 0.6, 4]) waits.observe(seconds);
  expect(exposition([waits]).split('\n').slice(2, -1)).toEqual([
    'wait_seconds_bucket{le="0.5"} 1',
    'wait_seconds_bucket{le="3"} 2',
    'wait_seconds_bucket{le="+Inf"} 3',
    'wait_seconds_sum 5.1',
    'wait_seconds_count 3',
  ]);
});

it('a gauge may have no value yet, several, or one that wants escaping', () => {
  expect(exposition([gauge('a', 'None.')])).toBe('# HELP a None.\n# TYPE a gauge\n');
  const odd = gauge('b', 'Odd.', { labels: { kind: 'a"b\\c\nd', state: 'sent' }, value: 1 });
  expect(exposition([odd])).toContain('b{kind="a\\"b\\\\c\\nd",state="sent"} 1\n');
});
