import { describe, expect, it } from 'vitest';
import { AWAY_EMOJI, awayBy, isOnlyNames, namesIn } from '../../src/features/people/status-rules.ts';

const AMSTERDAM = 'Europe/Amsterdam';
/** Tuesday 1 December 2026, ten in the morning in Amsterdam. */
const NOW = new Date('2026-12-01T09:00:00Z');
const by = (emoji: string, expiresAt: string | null) =>
  awayBy({ emoji, expiresAt: expiresAt === null ? null : new Date(expiresAt) }, AWAY_EMOJI, NOW, AMSTERDAM);

describe('a status', () => {
  it.each([
    ['of holiday without an end keeps away until it is cleared', ':palm_tree:', null, { until: null }],
    ['in somebody’s own colour does too', ':mask::skin-tone-3:', null, { until: null }],
    ['until midnight on Friday keeps away on Friday', ':palm_tree:', '2026-12-04T22:59:59Z', { until: '2026-12-04' }],
    ['until nine on Friday doesn’t', ':palm_tree:', '2026-12-04T08:00:00Z', { until: '2026-12-03' }],
    ['until a minute past nine does', ':palm_tree:', '2026-12-04T08:01:00Z', { until: '2026-12-04' }],
    ['that ends tonight keeps away today', ':baby:', '2026-12-01T22:59:59Z', { until: '2026-12-01' }],
    ['that ended this morning at nine is over', ':baby:', '2026-12-01T08:00:00Z', undefined],
    ['that says something else is none', ':coffee:', null, undefined],
    ['that is empty is none', '', null, undefined],
    ['that isn’t an emoji’s name is none', 'palm_tree', null, undefined],
    ['whose second emoji is one of them is none: Slack has one', ':coffee: :palm_tree:', null, undefined],
  ])('%s', (_which, emoji, expiresAt, away) => {
    expect(by(emoji, expiresAt)).toEqual(away);
  });

  it('is one of holiday, illness or parental leave, by their names in Slack', () => {
    expect(AWAY_EMOJI).toMatchInlineSnapshot(`
      [
        "palm_tree",
        "beach_with_umbrella",
        "desert_island",
        "umbrella_on_ground",
        "sunny",
        "camping",
        "skier",
        "face_with_thermometer",
        "mask",
        "face_with_head_bandage",
        "sneezing_face",
        "nauseated_face",
        "hospital",
        "baby",
        "baby_bottle",
        "breast-feeding",
        "stork",
      ]
    `);
  });
});

describe('what an admin typed', () => {
  it.each([
    [':palm_tree: :baby:', ['palm_tree', 'baby'], true],
    [':Palm_Tree:, :palm_tree:;\n:breast-feeding:', ['palm_tree', 'breast-feeding'], true],
    [':baby::skin-tone-2:', ['baby'], true],
    [':+1:', ['+1'], true],
    ['', [], true],
    [':palm_tree: en vrij', ['palm_tree'], false],
    ['palm_tree', [], false],
    ['holiday :sunny:', ['sunny'], false],
  ])('%j', (typed, names, nothingElse) => {
    expect(namesIn(typed)).toEqual(names);
    expect(isOnlyNames(typed)).toBe(nothingElse);
  });
});
