import type { Overflow as SlackOverflow } from '@slack/types';
import { usePlace } from '../blocks/place.ts';
import { Label } from '../text/text.tsx';
import { Menu } from './menu.tsx';
import type { ElementProps } from './naming.ts';

/** The ⋯ menu of a block. */
export function Overflow({ element, blockId }: ElementProps<SlackOverflow>) {
  const place = usePlace();
  const items = element.options.map(({ text, value, url, description }) => ({
    text: <Label text={text} />,
    note: description && <Label text={description} />,
    href: url,
    choose: () => void place.act(blockId, element, value ?? ''),
  }));
  return <Menu label="More choices" items={items} face="⋯" className="button overflow" />;
}
