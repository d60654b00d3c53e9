import type { Option, Checkboxes as SlackCheckboxes, RadioButtons as SlackRadioButtons } from '@slack/types';
import { useId } from 'preact/hooks';
import { Label } from '../text/text.tsx';
import { itemOf, useChosen } from './chosen.ts';
import { type ElementProps, groupNaming, type Naming } from './naming.ts';

/** One of several, all of them seen. */
export function RadioButtons({ element, blockId, naming }: ElementProps<SlackRadioButtons>) {
  const { chosen, choose } = useChosen(element, blockId);
  const group = useId();
  const { 'data-focus-on-load': focused, ...named } = naming;
  return (
    <div role="radiogroup" class="options" {...named}>
      {element.options.map((option, at) => (
        <label class="option">
          <input
            type="radio"
            name={group}
            checked={chosen[0]?.value === option.value}
            onChange={() => void choose([itemOf(option)])}
            {...focusOnFirst(focused, at)}
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
      {element.options.map((option, at) => (
        <label class="option">
          <input
            type="checkbox"
            checked={isChosen(option)}
            onChange={() => void toggle(option)}
            {...focusOnFirst(naming['data-focus-on-load'], at)}
          />
          <OptionText option={option} />
        </label>
      ))}
    </div>
  );
}

const focusOnFirst = (focused: boolean | undefined, at: number): Naming =>
  focused && at === 0 ? { 'data-focus-on-load': true } : {};

const OptionText = ({ option: { text, description } }: { option: Option }) => (
  <span>
    <Label text={text} />
    {description && (
      <small>
        <Label text={description} />
      </small>
    )}
  </span>
);
