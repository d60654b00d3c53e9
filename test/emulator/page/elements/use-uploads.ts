import { useState } from 'preact/hooks';
import { usePlace } from '../blocks/place.ts';

type UploadRules = {
  /** Ids of the files that are there already. */
  there: readonly string[];
  most: number;
  /** Endings that are taken, without the dot; none: any. */
  filetypes: readonly string[];
  keep(ids: readonly string[]): Promise<unknown>;
};

/** Takes files of this computer to Slack, one after another; says which are on the way, and what went wrong. */
export function useUploads({ there, most, filetypes, keep }: UploadRules) {
  const place = usePlace();
  const [uploads, setUploads] = useState<readonly string[]>([]);
  const [trouble, setTrouble] = useState<string | undefined>();

  const take = (files: readonly File[]) => {
    const fitting = files.filter(({ name }) => isTaken(name, filetypes));
    const taken = fitting.slice(0, most - there.length);
    setTrouble(complaint(files, fitting, taken, most));
    if (taken.length > 0) void bring(taken);
  };
  const bring = async (files: readonly File[]) => {
    setUploads(files.map(({ name }) => name));
    const ids = [...there];
    try {
      for (const file of files) {
        ids.push((await place.upload(file)).id);
        setUploads((names) => names.slice(1));
      }
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
    await keep(ids);
    setUploads([]);
  };
  return { uploads, trouble, take };
}

const isTaken = (name: string, filetypes: readonly string[]) =>
  filetypes.length === 0 || filetypes.includes(name.split('.').at(-1)?.toLowerCase() ?? '');

function complaint(files: readonly File[], fitting: readonly File[], taken: readonly File[], most: number) {
  const other = files.find((file) => !fitting.includes(file));
  if (other) return `${other.name} is of a kind that isn't taken here.`;
  return taken.length < fitting.length ? `No more than ${most} can be sent here.` : undefined;
}
