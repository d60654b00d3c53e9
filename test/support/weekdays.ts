import type { WorkingDays } from '../../src/features/people/index.ts';
import { weekdayOf } from '../../src/time.ts';

/** Monday to Friday, where there are no holidays. */
export const weekdays: WorkingDays = (day) => weekdayOf(day) <= 5;
