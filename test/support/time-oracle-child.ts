import { checkAgainstIntl } from './time-oracle.ts';

// Run under another host zone: what time.ts answers must not depend on it.
process.stdout.write(JSON.stringify({ zone: process.env.TZ, ...checkAgainstIntl() }));
