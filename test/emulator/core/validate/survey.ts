import { home, message, modal } from './payloads.ts';
import type { Shape, Spec } from './spec.ts';

/** One shape of Slack's tables: where it is listed, under what name, and the fields that may hold it. */
export type Surveyed = { group: string; name: string; shape: Shape; hosts: string[] };

/** Every shape that can stand anywhere in a message, a modal or a Home tab, each once, from the outside inwards. */
export function survey(): Surveyed[] {
  const found = new Map<Shape, Surveyed>();
  const waiting = [message, modal, home].map(({ name, shape }) => place(found, 'payload', name, shape));
  for (const each of waiting) waiting.push(...inside(found, each));
  return waiting;
}

function place(found: Map<Shape, Surveyed>, group: string, name: string, shape: Shape): Surveyed {
  const surveyed = { group, name, shape, hosts: [] };
  found.set(shape, surveyed);
  return surveyed;
}

/** The shapes in the fields of one that weren't met before; those met before learn of one more host. */
function inside(found: Map<Shape, Surveyed>, { group, name, shape }: Surveyed): Surveyed[] {
  return Object.entries(shape.fields).flatMap(([field, spec]) =>
    held(spec).flatMap((each) => {
      const known = found.get(each.shape);
      const surveyed = known ?? place(found, each.group, each.name, each.shape);
      surveyed.hosts.push(`${group}.${name}.${field}`);
      return known ? [] : [surveyed];
    }),
  );
}

type Held = { group: string; name: string; shape: Shape };

function held(spec: Spec): Held[] {
  if (spec.is === 'list') return held(spec.of);
  if (spec.is === 'object') return [{ group: 'object', name: spec.name, shape: spec.shape }];
  if (spec.is !== 'typed') return [];
  const { among, types } = spec;
  return Object.entries(among.rows())
    .filter(([type]) => !types || types.includes(type))
    .map(([type, shape]) => ({ group: among.group, name: type, shape }));
}
