import { comeBack, putOff, skipMonth, stop } from './answers.ts';
import {
  chooseChannel,
  closeChannel,
  holdNudges,
  moveHouse,
  nameLeaders,
  openChannel,
  startNudges,
} from './choices.ts';
import { forget, join, leave, move } from './comings.ts';
import { chooseDays, takeDaysOff, workAfterAll } from './days.ts';
import type { Make } from './household.ts';
import { ask, takeBack, tell, tellAnew } from './talk.ts';

/** More often what happens more often. */
export const DEEDS: readonly Make[] = [
  ...[tell, tell, tell, tell, tellAnew, tellAnew, takeBack, ask, ask, ask, ask, ask],
  ...[putOff, putOff, skipMonth, comeBack, comeBack, stop, move, leave, join, forget],
  ...[takeDaysOff, takeDaysOff, workAfterAll, chooseDays],
  ...[nameLeaders, holdNudges, startNudges, chooseChannel, closeChannel, openChannel, openChannel, moveHouse],
];
