/**
 * Prometheus' text format, version 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats). Three sorts of metrics
 * need no library. Labels hold words of ours and Slack's codes, never anybody's id.
 */
export type Metric = { name: string; help: string; type: 'counter' | 'gauge' | 'histogram'; samples(): Sample[] };

/** One line. `suffix` belongs to the name (`_bucket`, `_sum`, `_count`). */
export type Sample = { suffix?: string; labels?: Labels; value: number };

type Labels = Readonly<Record<string, string>>;

/** What a scraper wants to be told about the answer. */
export const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** A number that only grows, one for each value of its label. */
export type Counter = Metric & { add(value: string): void };

/** How often something took how long. */
export type Histogram = Metric & { observe(seconds: number): void };

/** All metrics as one page. */
export const exposition = (metrics: readonly Metric[]): string => metrics.map(page).join('');

/** Something that is measured when it is asked for. */
export const gauge = (name: string, help: string, ...samples: Sample[]): Metric => ({
  ...{ name, help, type: 'gauge' },
  samples: () => samples,
});

/** Counts from 0, by one label. */
export function createCounter(name: string, help: string, label: string): Counter {
  const counts = new Map<string, number>();
  return {
    ...{ name, help, type: 'counter' },
    add: (value) => void counts.set(value, (counts.get(value) ?? 0) + 1),
    samples: () => [...counts].map(([value, count]) => ({ labels: { [label]: value }, value: count })),
  };
}

/** Counts what is at most as long as each of these bounds (seconds, rising), and everything. */
export function createHistogram(name: string, help: string, bounds: readonly number[]): Histogram {
  const within = bounds.map(() => 0);
  let sum = 0;
  let count = 0;
  return {
    ...{ name, help, type: 'histogram' },
    observe(seconds) {
      sum += seconds;
      count += 1;
      for (const [at, bound] of bounds.entries()) if (seconds <= bound) within[at] = (within[at] ?? 0) + 1;
    },
    samples: () => [
      ...bounds.map((bound, at) => ({ suffix: '_bucket', labels: { le: `${bound}` }, value: within[at] ?? 0 })),
      { suffix: '_bucket', labels: { le: '+Inf' }, value: count },
      { suffix: '_sum', value: sum },
      { suffix: '_count', value: count },
    ],
  };
}

function page({ name, help, type, samples }: Metric): string {
  const lines = samples().map(({ suffix = '', labels = {}, value }) => `${name}${suffix}${braced(labels)} ${value}\n`);
  return [`# HELP ${name} ${help}\n`, `# TYPE ${name} ${type}\n`, ...lines].join('');
}

function braced(labels: Labels): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`);
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}

const escaped = (value: string) => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
