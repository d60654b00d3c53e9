import type { SectionBlock, SectionBlockAccessory } from '@slack/types';
import { Element } from '../elements/element.tsx';
import type { Naming } from '../elements/naming.ts';
import { Text } from '../text/text.tsx';
import { ShowMore } from './show-more.tsx';

/** Slack folds the text of a section that is longer, unless the block says `expand` (characters and lines; by eye). */
const LONG = { characters: 700, lines: 10 };

/** Text or fields in two columns, with at most one element at its side. A nameless element is named by the text. */
export function Section({ block }: { block: SectionBlock }) {
  const { block_id: blockId = '', text, fields, accessory, expand = false } = block;
  const textId = `${blockId}-text`;
  const naming: Naming = text ? { 'aria-labelledby': textId } : {};
  const named = accessory && !('placeholder' in accessory && accessory.placeholder) && { naming };
  return (
    <div class="section">
      <div class="section-text" id={textId}>
        {text && (
          <ShowMore when={!expand && isLong(text.text)}>
            <Text of={text} />
          </ShowMore>
        )}
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
          <Element key={keyOf(accessory)} element={accessory} blockId={blockId} {...named} />
        </div>
      )}
    </div>
  );
}

/** Another element begins anew, with nothing typed or chosen. */
const keyOf = (accessory: SectionBlockAccessory) =>
  `${accessory.type} ${'action_id' in accessory ? accessory.action_id : ''}`;

const isLong = (text: string) => text.length > LONG.characters || text.split('\n').length > LONG.lines;
