/** The setting by which an instance learns its clock's shift and its sender's options. */
export const WORLD = 'CHAOS_WORLD';
