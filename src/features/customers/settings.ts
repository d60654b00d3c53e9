import type { SettingsSection } from '../../feature.ts';
import { input, option } from '../../slack/blocks.ts';
import { PERIODS, type PeriodLength } from './approach-rules.ts';
import { say } from './texts.ts';

const LENGTHS = Object.keys(PERIODS) as PeriodLength[];

/** How often one customer may be approached. */
export const customerSettings: SettingsSection = {
  place: 5,
  blocks({ approachCap, approachPeriod }, { lang }) {
    const t = say(lang);
    const options = LENGTHS.map((one) => option(t.everyPeriod[one], one));
    const chosen = options.find(({ value }) => value === approachPeriod);
    return [
      input({
        id: 'approachCap',
        label: t.cap,
        hint: t.capHint,
        element: {
          ...{ type: 'number_input', action_id: 'customers.cap', is_decimal_allowed: false },
          ...{ min_value: '1', max_value: '20', initial_value: String(approachCap) },
        },
      }),
      input({
        id: 'approachPeriod',
        label: t.period,
        element: {
          ...{ type: 'static_select', action_id: 'customers.period', options },
          ...(chosen && { initial_option: chosen }),
        },
      }),
    ];
  },
  misread: (lang) => ({ approachCap: say(lang).capWrong }),
};
