export type { Person, Role } from './rules.ts';
