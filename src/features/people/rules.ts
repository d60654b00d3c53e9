import type { Lang } from '../../texts.ts';

/** Member: every human full member. Leaders and admins are members who may do more; one person can be both. */
export type Role = 'member' | 'leader' | 'admin';

/** Somebody of this workspace. `zone` is an IANA name. */
export type Person = {
  userId: string;
  name: string;
  lang: Lang;
  zone: string;
  /** Human full member: may use Mantra, is nudged, is counted. */
  member: boolean;
  /** Slack owner or admin. */
  admin: boolean;
  firstSeenAt: Date;
};
