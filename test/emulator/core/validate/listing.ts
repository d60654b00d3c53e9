import type { Spec, Surface } from './spec.ts';
import { type Surveyed, survey } from './survey.ts';

/** One field: `kind` is `string`, `number`, `integer`, `boolean`, `text`, the name of what it holds, or a list of that. */
export type FieldListing = { name: string; kind: string; required: boolean; oneOf: string[] };

/** One block, element or object: its fields, where it may stand and which fields of others hold it. */
export type Listing = {
  type: string;
  doc: string;
  fields: FieldListing[];
  surfaces: Surface[];
  /** As in `block.actions.elements`. */
  hosts: string[];
};

/** Every block, element, rich text piece, table cell, chart and object that Slack knows, for whoever draws or fills them. */
export function tables(): Record<'blocks' | 'elements' | 'richText' | 'cells' | 'charts' | 'objects', Listing[]> {
  const all = survey();
  const surfaces = surfacesOf(all);
  const of = (wanted: string) =>
    all.filter(({ group }) => group === wanted).map((each) => listingOf(each, surfaces(idOf(each))));
  return {
    blocks: of('block'),
    elements: of('element'),
    richText: of('rich text'),
    cells: of('cell'),
    charts: of('chart'),
    objects: of('object'),
  };
}

const idOf = ({ group, name }: Surveyed) => `${group}.${name}`;

const listingOf = ({ name, shape, hosts }: Surveyed, surfaces: Surface[]): Listing => ({
  type: name,
  doc: shape.doc ?? '',
  fields: Object.entries(shape.fields).map(([field, spec]) => ({
    name: field,
    kind: kindOf(spec),
    required: shape.must?.includes(field) ?? false,
    oneOf: spec.is === 'string' ? [...(spec.oneOf ?? [])] : [],
  })),
  surfaces,
  hosts,
});

const ROOTS: Record<string, Surface> = { 'payload.message': 'M', 'payload.modal': 'D', 'payload.home': 'H' };

/** Where something may stand: where its own row lets it and one of its hosts stands too. */
function surfacesOf(all: Surveyed[]): (id: string) => Surface[] {
  const known = new Map(all.map((each) => [idOf(each), each]));
  const reach = (id: string, on: Surface, passed: string[]): boolean => {
    const each = known.get(id);
    if (ROOTS[id]) return ROOTS[id] === on;
    if (!each || passed.includes(id) || each.shape.on?.includes(on) === false) return false;
    return each.hosts.some((host) => reach(host.slice(0, host.lastIndexOf('.')), on, [...passed, id]));
  };
  return (id) => (['M', 'D', 'H'] as const).filter((on) => reach(id, on, []));
}

function kindOf(spec: Spec): string {
  if (spec.is === 'list') return `list of ${kindOf(spec.of)}`;
  if (spec.is === 'object') return spec.name;
  return spec.is === 'typed' ? spec.among.group : spec.is;
}
