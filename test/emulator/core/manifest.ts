import { flawsOfRules } from './manifest/rules.ts';
import { MANIFEST } from './manifest/shape.ts';
import { type Flaw, flawsOfShape } from './manifest/walk.ts';
import type { Manifest } from './types.ts';

/** What Slack would say of a manifest that somebody pastes: a sentence for each flaw, none when it is taken. */
export const flawsOf = (manifest: Manifest): string[] => allFlaws(manifest).map(sentence);

/** Throws with everything that is wrong with a manifest that Slack would refuse. */
export function checkManifest(manifest: Manifest) {
  const flaws = flawsOf(manifest);
  if (flaws.length > 0) throw new Error(`Slack would refuse this manifest:\n${flaws.join('\n')}`);
}

/** How its parts fit together is asked only of a manifest whose parts are what they must be. */
function allFlaws(manifest: Manifest): Flaw[] {
  const flaws = flawsOfShape(MANIFEST, manifest);
  return flaws.length > 0 ? flaws : flawsOfRules(manifest);
}

const sentence = ({ pointer, message }: Flaw) => `${pointer}: ${message}.`;
