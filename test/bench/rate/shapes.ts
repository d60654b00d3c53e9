import {
  allOf,
  fixedWindow,
  type Limiter,
  perRecipient,
  type RateAt,
  saying,
  slidingWindow,
  tokenBucket,
} from './limiters.ts';

/** A workspace's hidden limit. */
export type Shape = {
  name: string;
  /** Messages a second that it lets through in the long run. */
  rateAt: RateAt;
  /** The hours at which it changes; the first is 0, where it is new to us. */
  changes: readonly number[];
  limiter(): Limiter;
};

const always =
  (rate: number): RateAt =>
  () =>
    rate;
const from =
  (hour: number, before: number, after: number): RateAt =>
  (hours) =>
    hours < hour ? before : after;

type Make = (rateAt: RateAt) => Limiter;
const shape = (name: string, rateAt: RateAt, make: Make, changes = [0]): Shape => ({
  ...{ name, rateAt, changes },
  limiter: () => make(rateAt),
});
const bucket =
  (burst: number): Make =>
  (rateAt) =>
    tokenBucket(rateAt, burst);
const channelLimit = () => perRecipient(() => tokenBucket(always(1), 1));

export const SHAPES: readonly Shape[] = [
  shape('bucket of 1 at 0.5/s', always(0.5), bucket(1)),
  shape('bucket of 1 at 1/s', always(1), bucket(1)),
  shape('bucket of 2 at 2.5/s', always(2.5), bucket(2)),
  shape('bucket of 10 at 1.7/s', always(1.7), bucket(10)),
  shape('bucket of 60 at 3.3/s', always(3.3), bucket(60)),
  shape('bucket of 300 at 2/s', always(2), bucket(300)),
  shape('bucket of 60 at 5/s, above the ceiling', always(5), bucket(60)),
  shape('bucket of 5 at exactly the ceiling', always(4), bucket(5)),
  shape('1 a second, fixed', always(1), (rateAt) => fixedWindow(rateAt, 1)),
  shape('30 in 10 seconds, fixed', always(3), (rateAt) => fixedWindow(rateAt, 10)),
  shape('150 a minute, fixed', always(2.5), (rateAt) => fixedWindow(rateAt, 60)),
  shape('900 in 5 minutes, fixed', always(3), (rateAt) => fixedWindow(rateAt, 300)),
  shape('2 a second, sliding', always(2), (rateAt) => slidingWindow(rateAt, 1)),
  shape('100 a minute, sliding', always(5 / 3), (rateAt) => slidingWindow(rateAt, 60)),
  shape('1 a second to each channel, 3 in all', always(3), (rateAt) => allOf(channelLimit(), tokenBucket(rateAt, 10))),
  shape('20 in 10 seconds and 100 a minute', always(5 / 3), (rateAt) =>
    allOf(slidingWindow(always(2), 10), fixedWindow(rateAt, 60)),
  ),
  shape('bucket of 10 at 2.2/s that always says 30 seconds', always(2.2), (rateAt) =>
    saying(30, tokenBucket(rateAt, 10)),
  ),
  shape('bucket of 10 at 2.2/s that always says 1 second', always(2.2), (rateAt) => saying(1, tokenBucket(rateAt, 10))),
  shape('bucket of 10, from 3.5/s down to 2/s', from(6, 3.5, 2), bucket(10), [0, 6]),
  // A limit that rises more is found out by about a fifth of it an hour.
  shape('bucket of 10, from 3/s up to 3.5/s', from(6, 3, 3.5), bucket(10), [0, 6]),
];
