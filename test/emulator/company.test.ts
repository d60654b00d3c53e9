import { describe, expect, it } from 'vitest';
import { company } from './company.ts';

const ids = company.people.map(({ id }) => id);
const { channels, groups = [], organisations = [], profile_fields: fields = [] } = company;

describe('Lindenhof', () => {
  it('knows everybody it speaks of, and nobody twice', () => {
    const managers = company.people.flatMap((one) => Object.values(one.fields ?? {}));
    const hosts = company.people.flatMap((one) => one.guest_invited_by ?? []);
    const members = [...channels, ...groups.map(({ users }) => ({ members: users }))].flatMap((one) => one.members);
    expect([...managers, ...hosts, ...members].filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(fields.map(({ id }) => id));
    for (const one of company.people) for (const id of Object.keys(one.fields ?? {})) expect(known).toContain(id);
  });

  it('has all sorts of people that a workspace has', () => {
    const has = (flag: keyof (typeof company.people)[number]) => company.people.some((one) => one[flag]);
    for (const flag of ['is_admin', 'is_owner', 'is_primary_owner', 'is_restricted', 'is_ultra_restricted'] as const)
      expect(has(flag)).toBe(true);
    for (const flag of ['is_invited_user', 'deleted', 'is_bot', 'is_workflow_bot', 'status_text', 'dnd'] as const)
      expect(has(flag)).toBe(true);
  });

  it('shares a channel with a customer, whose people are in no other', () => {
    const [customer] = organisations;
    const theirs = company.people.filter((one) => one.team_id === customer?.id).map(({ id }) => id);
    const shared = channels.filter(({ members }) => members.some((id) => theirs.includes(id)));
    expect(shared).toMatchObject([{ shared_with: [customer?.id], bot: true }]);
  });

  it('has its guest of one channel in one channel', () => {
    const [guest] = company.people.filter((one) => one.is_ultra_restricted);
    expect(channels.filter(({ members }) => guest && members.includes(guest.id))).toHaveLength(1);
  });
});
