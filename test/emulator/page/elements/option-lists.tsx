import type { Option, Checkboxes as SlackCheckboxes, RadioButtons as SlackRadioButtons } from '@slack/types';
import { useId } from 'preact/hooks';
import { Label } from '../text/text.tsx';
import { itemOf, useChosen } from './chosen.ts';
import type { ElementProps } from './naming.ts';

/** One of several, all of them seen. */
export function RadioButtons({ element, blockId, naming }: ElementProps<SlackRadioButtons>) {
  const { chosen, choose } = useChosen(element, blockId);
  const group = useId();
  return (
    <div role="radiogroup" class="options" {...naming}>
      {element.options.map((option) => (
        <label class="option">
          <input
            type="radio"
            name={group}
            checked={chosen[0]?.value === option.value}
            onChange={() => void choose([itemOf(option)])}
          />
          <OptionText option={option} />
        </label>
      ))}
    </div>
  );
}

/** Any of several, all of them seen. */
export function Checkboxes({ element, blockId, naming }: ElementProps<SlackCheckboxes>) {
  const { chosen, choose } = useChosen(element, blockId, true);
  const isChosen = ({ value }: Option) => chosen.some((item) => item.value === value);
  const toggle = (option: Option) =>
    choose(element.options.filter((each) => isChosen(each) !== (each === option)).map(itemOf));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend of its own beside the field's label
    <div role="group" class="options" {...groupNaming(naming)}>
      {element.options.map((option) => (
        <label class="option">
          <input type="checkbox" checked={isChosen(option)} onChange={() => void toggle(option)} />
          <OptionText option={option} />
        </label>
      ))}
    </div>
  );
}

/** A group may not carry the states of a single field. */
const groupNaming = (naming: ElementProps<unknown>['naming']) => ({
  'aria-label': naming['aria-label'],
  'aria-labelledby': naming['aria-labelledby'],
  'aria-describedby': naming['aria-describedby'],
});

const OptionText = ({ option: { text, description } }: { option: Option }) => (
  <span>
    <Label text={text.text} mrkdwn={text.type === 'mrkdwn'} />
    {description && (
      <small>
        <Label text={description.text} />
      </small>
    )}
  </span>
);
