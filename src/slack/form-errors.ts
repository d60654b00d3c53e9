import { fieldOf } from './modal.ts';

type Form = { blocks: readonly { type: string; block_id?: string }[] };

/** Errors by field become errors by block_id, whatever the field's revision; one without a field goes to the first. */
export function besideFields(view: Form, errors: Record<string, string>): Record<string, string> {
  const inputs = view.blocks.filter(({ type }) => type === 'input').map(({ block_id = '' }) => block_id);
  const placed = Object.entries(errors).map(([field, says]) => [
    inputs.find((id) => fieldOf(id) === field) ?? inputs[0] ?? '',
    says,
  ]);
  return Object.fromEntries(placed);
}

/** One that belongs to no field. */
export const besideFirst = (view: Form, says: string) => besideFields(view, { '': says });
