import type { CardBlock, TextObject } from '@slack/types';
import { Button } from '../elements/button.tsx';
import { ImageElement } from '../elements/image-element.tsx';
import { SlackIcon } from '../elements/slack-icon.tsx';
import { Text } from '../text/text.tsx';

/** A card as Slack takes it; the SDK's types don't know all of its fields yet. */
export type AnyCard = CardBlock & { subtext?: TextObject; slack_icon?: { type: string; name: string } };

type CardProps = { block: AnyCard; within?: string | undefined };

/** One thing on a card: a picture, what it is called, a few words, and what can be done with it. */
export function Card({ block, within = '' }: CardProps) {
  const { block_id: blockId = within, hero_image: hero, icon, slack_icon: slackIcon, title, subtitle } = block;
  const { body, subtext, actions = [] } = block;
  return (
    <article class="card">
      {hero && <ImageElement image={hero} className="card-hero" />}
      <div class="card-head">
        {slackIcon && <SlackIcon {...slackIcon} />}
        {icon && <ImageElement image={icon} className="card-icon" />}
        <div>
          {title && <strong>{<Text of={title} />}</strong>}
          {subtitle && (
            <small>
              <Text of={subtitle} />
            </small>
          )}
        </div>
      </div>
      {body && <Text of={body} />}
      {subtext && (
        <small>
          <Text of={subtext} />
        </small>
      )}
      {actions.length > 0 && (
        <div class="actions">
          {actions.map((button, at) => (
            <Button key={button.action_id ?? at} element={button} blockId={blockId} />
          ))}
        </div>
      )}
    </article>
  );
}
