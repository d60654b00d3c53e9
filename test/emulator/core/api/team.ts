import type {
  TeamInfoArguments,
  TeamInfoResponse,
  TeamProfileGetArguments,
  TeamProfileGetResponse,
  UsersProfileGetArguments,
  UsersProfileGetResponse,
} from '@slack/web-api';
import type { World } from '../session.ts';
import type { ProfileField, SeedPerson } from '../types.ts';
import { profileShape } from '../user-shape.ts';
import { type Method, method, Refused } from './method.ts';
import { visiblePerson } from './visible.ts';

const PROFILE = ['users.profile:read'];
const SECTION = 'Ps0PEOPLE';

const info = method<TeamInfoArguments, TeamInfoResponse>(['team:read'], ({ state }, args) => {
  const asked = args.team ?? state.team.id;
  const found = [state.team, ...state.organisations].find(({ id }) => id === asked);
  if (!found) throw new Refused('team_not_found');
  const { id, name, domain } = found;
  return {
    team: {
      id,
      name,
      domain,
      url: `https://${domain}.slack.com/`,
      email_domain: '',
      is_verified: false,
      icon: { image_default: true },
    },
  };
});

const fieldsOfTeam = method<TeamProfileGetArguments, TeamProfileGetResponse>(PROFILE, ({ state }, { visibility }) => {
  const fields = visibility === 'hidden' ? [] : state.profileFields.map(fieldShape);
  const section = { id: SECTION, team_id: state.team.id, section_type: 'custom', label: 'People', order: 1 };
  return { profile: { fields, sections: [{ ...section, is_hidden: false }] } };
});

const profile = method<UsersProfileGetArguments, UsersProfileGetResponse>(PROFILE, (world, args) => {
  const person = visiblePerson(world, args.user);
  const labelled = args.include_labels === true;
  return { profile: { ...profileShape(world, person), fields: valuesOf(world, person, labelled) } };
});

/** docs.slack.dev/reference/methods/team.… and users.profile.get, whose fields the team defines. */
export const team: Record<string, Method> = {
  'team.info': info,
  'team.profile.get': fieldsOfTeam,
  'users.profile.get': profile,
};

const fieldShape = ({ id, label, hint = '', type, is_scim = false, possible_values }: ProfileField, index: number) => ({
  id,
  ordering: index,
  field_name: label.toLowerCase().replaceAll(' ', '_'),
  label,
  hint,
  type,
  ...(possible_values && { possible_values }),
  options: { is_scim, is_protected: is_scim },
  is_hidden: false,
  is_inverse: false,
  section_id: SECTION,
});

function valuesOf({ state }: World, { fields = {} }: SeedPerson, labelled: boolean) {
  const known = state.profileFields.filter(({ id }) => fields[id]);
  return Object.fromEntries(
    known.map(({ id, label }) => [id, { value: fields[id] ?? '', alt: '', ...(labelled && { label }) }]),
  );
}
