/** Reckoned once, when the file is loaded: a runner that changes it too late finds the canary alive. */
const NORMAL = 20;
const LEAST = NORMAL - 2;
const MOST = NORMAL + 10;

/** Watched closely by its test: no mutant of this file survives an honest run. */
export const breathes = (oxygen: number, smoke: boolean): boolean => !smoke && oxygen >= LEAST && oxygen <= MOST;
