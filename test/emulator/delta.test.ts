import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applied, deltaOf } from './page/delta.ts';

const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify({ value })).value;

describe('what has changed between two states', () => {
  it('is nothing where they are the same', () => {
    expect(deltaOf({ a: [1, { b: 2 }], c: null }, { a: [1, { b: 2 }], c: null })).toBeUndefined();
  });

  it('is one element of a long list, not the list', () => {
    const before = { list: Array.from({ length: 500 }, (_, id) => ({ id, unread: 0 })), name: 'Mia' };
    const now = { ...before, list: before.list.with(120, { id: 120, unread: 1 }) };
    expect(deltaOf(before, now)).toEqual({
      fields: { list: { list: [{ keep: [0, 120] }, { put: { id: 120, unread: 1 } }, { keep: [121, 379] }] } },
    });
  });

  it('leaves what has not changed the same object, so that nothing there is drawn again', () => {
    const before = { open: { messages: [{ ts: '1' }] }, people: { mia: true } };
    const after = applied(
      before,
      deltaOf(before, { open: { messages: [{ ts: '1' }, { ts: '2' }] }, people: { mia: true } }),
    );
    expect(after.people).toBe(before.people);
    expect(after.open.messages[0]).toBe(before.open.messages[0]);
  });

  it('makes the one of the other, whatever they are', () => {
    const state = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue({ maxDepth: 3 }).map(overTheWire));
    fc.assert(
      fc.property(state, state, (before, now) => {
        expect(applied(before, overTheWire(deltaOf(before, now)))).toEqual(now);
      }),
      { numRuns: 500 },
    );
  });
});
