import type { Character } from '../character.ts';
import { ben } from './ben.ts';
import { bram } from './bram.ts';
import { daan } from './daan.ts';
import { femke } from './femke.ts';
import { lena } from './lena.ts';
import { marieke } from './marieke.ts';
import { noor } from './noor.ts';
import { olivia } from './olivia.ts';
import { sanne } from './sanne.ts';
import { tom } from './tom.ts';

/** The ten whose year is told line by line. */
export const CAST: readonly Character[] = [sanne, bram, lena, ben, marieke, femke, daan, olivia, tom, noor];
