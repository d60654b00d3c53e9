import { bundle } from '../../chaos/bundle.ts';
import { type Figures, quantile } from '../report.ts';
import type { Kind } from './app.ts';
import type { Ask } from './asked.ts';
import { aLoad, type Load } from './load.ts';
import { startApp } from './process.ts';

/** `short`: without the apps that are only shown. */
type Comparison = { transport: 'http' | 'socket'; ask: Ask; requests: number; people: number; short: boolean };

/** What one request costs an app: CPU time (microseconds), and how long most wait for the acknowledgement (milliseconds). */
type Cost = { cpuUs: number; p50: number; p99: number };

/** Of all requests, so many go before those that count: code is compiled while it runs. */
const WARM_UP = 0.5;

/** The bare app, the product, the bare app again; then those that are only shown. */
export async function compare(
  { transport, ask, requests, people, short }: Comparison,
  database: Record<string, string>,
): Promise<Figures> {
  const { file, remove } = await bundle('test', 'bench', 'command', 'app.ts');
  const load = await aLoad(transport, ask, people);
  const cost = (kind: Kind) => costOf(load, file, kind, ask, requests, database);
  try {
    const before = await cost('bare');
    const product = await cost('product');
    const after = await cost('bare');
    const bare = { cpuUs: (before.cpuUs + after.cpuUs) / 2, p50: (before.p50 + after.p50) / 2 };
    const name = (what: string) => `${transport} ${ask}: ${what}`;
    const figures = {
      [name('CPU, × bare')]: product.cpuUs / bare.cpuUs,
      [name('p50, × bare')]: product.p50 / bare.p50,
      [name('bare, CPU µs')]: bare.cpuUs,
    };
    if (short) return figures;
    const forty = await cost('forty');
    const whole = await cost('whole');
    return {
      ...figures,
      [name('bare with 40 listeners, CPU, × bare')]: forty.cpuUs / bare.cpuUs,
      [name('with its database, CPU, × bare')]: whole.cpuUs / bare.cpuUs,
      [name('with its database, p50, × bare')]: whole.p50 / bare.p50,
      [name('with its database, p99, ms')]: whole.p99,
    };
  } finally {
    await load.close();
    remove();
  }
}

async function costOf(
  load: Load,
  file: string,
  kind: Kind,
  ask: Ask,
  requests: number,
  database: Record<string, string>,
): Promise<Cost> {
  const app = await startApp(file, kind, ask, { ...database, ...load.env });
  await load.ask(requests * WARM_UP);
  const before = await app.cpuUs();
  const waited = await load.ask(requests);
  const cpuUs = ((await app.cpuUs()) - before) / requests;
  await app.end();
  await load.quiet();
  return { cpuUs, p50: quantile(waited, 0.5), p99: quantile(waited, 0.99) };
}
