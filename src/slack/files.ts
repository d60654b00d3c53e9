import { type FilesCompleteUploadExternalArguments, WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Clock } from '../clock.ts';
import { patiently } from './patiently.ts';

/** A file as text. `name` is what it is called on somebody's computer. */
export type TextFile = { name: string; content: string };

/** How long the bytes of one file may be on their way, in milliseconds. */
const UPLOAD_MS = 15_000;

type Means = { bulk: WebClient; clock: Clock };

/** A completed upload is what posts: the files of this DM, in one message. */
export type Uploaded = Pick<FilesCompleteUploadExternalArguments, 'files'> & { channel: string };

/**
 * Brings files to Slack for somebody's DM, where nobody sees them yet: two of Slack's three steps
 * (docs.slack.dev/messaging/working-with-files). It can fail and be tried again, and nothing is doubled.
 */
export async function uploadFiles(
  { bulk, clock }: Means,
  userId: string,
  files: readonly TextFile[],
): Promise<Uploaded> {
  const { channel } = await patiently(clock, () => bulk.conversations.open({ users: userId }));
  const ids: string[] = [];
  for (const file of files) ids.push(await upload({ bulk, clock }, file));
  const [first = '', ...others] = ids;
  return { channel: channel?.id ?? '', files: [{ id: first }, ...others.map((id) => ({ id }))] };
}

/** The third step posts them, with a line above. An answer that is lost may have posted them. */
export const shareFiles = ({ bulk, clock }: Means, { channel, files }: Uploaded, comment: string) =>
  patiently(clock, () => bulk.files.completeUploadExternal({ files, channel_id: channel, initial_comment: comment }));

/** How long the bytes of a file of somebody's may be on their way, in milliseconds. */
const DOWNLOAD_MS = 60_000;

/**
 * The bytes of a file that was given to us, by its id; or why there are none. Where they stand is asked of Slack: an address
 * from a request would be sent our token.
 */
export async function downloadFile(
  { bulk, clock }: Means,
  id: string,
  most: number,
): Promise<Buffer | 'not-there' | 'too-large' | 'unallowed'> {
  const found = await patiently(clock, () => bulk.files.info({ file: id })).catch(refusal);
  if (typeof found === 'string') return found;
  const { size = 0, url_private_download: url } = found.file ?? {};
  if (size > most) return 'too-large';
  if (!url) return 'not-there';
  const headers = { authorization: `Bearer ${bulk.token}` };
  const answer = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(DOWNLOAD_MS) });
  if (!answer.ok) return 'not-there';
  const bytes = Buffer.from(await answer.arrayBuffer());
  return bytes.byteLength > most ? 'too-large' : bytes;
}

/** Whatever else goes wrong is ours to know. */
function refusal(error: unknown): 'not-there' | 'unallowed' {
  if (!(error instanceof WebAPIPlatformError)) throw error;
  return error.data.error === 'missing_scope' ? 'unallowed' : 'not-there';
}

async function upload({ bulk, clock }: Means, { name, content }: TextFile): Promise<string> {
  const bytes = Buffer.from(content);
  const { upload_url = '', file_id = '' } = await patiently(clock, () =>
    bulk.files.getUploadURLExternal({ filename: name, length: bytes.byteLength }),
  );
  const { ok, status } = await fetch(upload_url, {
    method: 'POST',
    body: bytes,
    redirect: 'error',
    signal: AbortSignal.timeout(UPLOAD_MS),
  });
  if (!ok) throw new Error(`an upload was answered with status ${status}`);
  return file_id;
}
