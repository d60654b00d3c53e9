import type { Log } from '../../src/log.ts';

/** A log nobody reads. */
export const noLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
