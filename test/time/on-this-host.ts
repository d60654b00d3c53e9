import { compare, HARD_ZONES, ZONES } from './oracle.ts';

/** The process of `compareOn`: its arguments say what to compare, its only line what was found. */
const [which, hours, minutes] = process.argv.slice(2);
const zones = which === 'hard' ? HARD_ZONES : which === 'all' ? ZONES : Intl.supportedValuesOf('timeZone');
process.stdout.write(JSON.stringify(compare(zones, { hours: Number(hours), minutes: Number(minutes) })));
