import { confirm, fullOption, plain } from './pieces.ts';

const workflow = {
  trigger: {
    url: 'https://slack.com/shortcuts/Ft0TEA/pour',
    customizable_input_parameters: [{ name: 'cups', value: '2' }],
  },
};

/** Everything that is pressed. */
export const buttons = [
  {
    type: 'button',
    action_id: 'button',
    text: plain('Pour :tea:', true),
    value: 'green',
    style: 'primary',
    accessibility_label: 'Pour a cup',
    confirm: confirm(),
  },
  { type: 'button', action_id: 'link', text: plain('Read'), url: 'https://example.com/tea' },
  {
    type: 'workflow_button',
    action_id: 'workflow',
    text: plain('Start the kettle :zap:', true),
    workflow,
    style: 'danger',
    accessibility_label: 'Start the kettle now',
    confirm: confirm(),
  },
  {
    type: 'overflow',
    action_id: 'overflow',
    options: [{ ...fullOption('Tea list'), url: 'https://example.com/list' }, fullOption('Tomorrow')],
    confirm: confirm(),
  },
];

/** Small buttons under what an assistant says. */
export const smallButtons = {
  type: 'context_actions',
  block_id: 'small',
  elements: [
    {
      type: 'feedback_buttons',
      action_id: 'feedback',
      positive_button: { text: plain('Good tea :+1:', true), value: 'good', accessibility_label: 'This tea is good' },
      negative_button: { text: plain('Bad tea :-1:', true), value: 'bad', accessibility_label: 'This tea is bad' },
    },
    {
      type: 'icon_button',
      action_id: 'throw',
      icon: 'trash',
      text: plain('Throw away :wave:', true),
      accessibility_label: 'Throw this tea away',
      value: 'green',
      visible_to_user_ids: ['U0MIA'],
      confirm: confirm(),
    },
    { type: 'icon_button', action_id: 'throw-quietly', icon: 'trash', text: plain('Away :wave:', true) },
  ],
};
