import type { SectionBlock } from '@slack/types';
import { Element } from '../elements/element.tsx';
import type { Naming } from '../elements/naming.ts';
import { Text } from '../text/text.tsx';

/** Text or fields in two columns, with at most one element at its side. A nameless element is named by the text. */
export function Section({ block: { block_id: blockId = '', text, fields, accessory } }: { block: SectionBlock }) {
  const textId = `${blockId}-text`;
  const naming: Naming = text ? { 'aria-labelledby': textId } : {};
  const named = accessory && !('placeholder' in accessory && accessory.placeholder) && { naming };
  return (
    <div class="section">
      <div class="section-text" id={textId}>
        {text && <Text of={text} />}
        {fields && (
          <div class="fields">
            {fields.map((field) => (
              <Text of={field} />
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div class="accessory">
          <Element element={accessory} blockId={blockId} {...named} />
        </div>
      )}
    </div>
  );
}
