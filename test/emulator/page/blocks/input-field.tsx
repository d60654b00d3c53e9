import type { InputBlock } from '@slack/types';
import { useId } from 'preact/hooks';
import { Element } from '../elements/element.tsx';
import { Label } from '../text/text.tsx';
import { usePlace } from './place.ts';

/** One question of a form: its label, its element, what helps to answer it, and what is wrong with the answer. */
export function InputField({ block }: { block: InputBlock }) {
  const { block_id: blockId = '', label, element, hint, optional = false, dispatch_action: dispatches = false } = block;
  const id = useId();
  const error = usePlace().errors[blockId];
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <div class="field-label">
        <span id={`${id}-label`}>
          <Label text={label} />
        </span>
        {optional && <small>optional</small>}
      </div>
      <Element
        key={`${element.type} ${element.action_id}`}
        element={element}
        blockId={blockId}
        clearable={optional}
        dispatches={dispatches}
        naming={{
          'aria-labelledby': `${id}-label`,
          'aria-describedby': describedBy || undefined,
          'aria-invalid': error !== undefined,
          'aria-required': !optional,
        }}
      />
      {error && (
        <p class="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          <Label text={hint} />
        </p>
      )}
    </div>
  );
}
