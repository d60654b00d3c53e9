import type { Json } from './types.ts';

/** Nothing of Slack's is nested nearly as deep; what walks through JSON would run out of stack. */
const DEEPEST = 200;

/** What JSON says; throws where it isn't JSON, and where it is nested beyond reason. */
export function readJson(text: string): Json {
  const json: Json = JSON.parse(text);
  if (isDeeper(json, DEEPEST)) throw new SyntaxError('nested too deep');
  return json;
}

function isDeeper(json: Json, levels: number): boolean {
  if (typeof json !== 'object' || json === null) return false;
  return levels === 0 || Object.values(json).some((each) => each !== undefined && isDeeper(each, levels - 1));
}
