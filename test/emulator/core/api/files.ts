import type {
  FilesCompleteUploadExternalArguments,
  FilesCompleteUploadExternalResponse,
  FilesDeleteArguments,
  FilesDeleteResponse,
  FilesGetUploadURLExternalArguments,
  FilesGetUploadURLExternalResponse,
  FilesInfoArguments,
  FilesInfoResponse,
} from '@slack/web-api';
import { erase, fileShape, findFile, LARGEST_FILE, mayRead, newFile } from '../files.ts';
import type { World } from '../session.ts';
import type { StoredFile } from '../state.ts';
import { newUpload } from '../uploads.ts';
import { type Method, method, missing, Refused } from './method.ts';
import { shareUploads } from './share.ts';

const LONGEST_ALT_TEXT = 1000;

const getUploadUrl = method<FilesGetUploadURLExternalArguments, FilesGetUploadURLExternalResponse>(
  ['files:write'],
  (world, { filename, length, alt_text: altText }) => {
    if (!filename) throw missing('filename');
    const size = Number(length);
    if (length === undefined || size === 0) throw new Refused('missing_argument');
    if (!Number.isInteger(size) || size < 0)
      throw new Refused('invalid_arguments', ['[ERROR] must be an integer [json-pointer:/length]']);
    if (size > LARGEST_FILE) throw new Refused('file_upload_size_restricted');
    if (altText && String(altText).length > LONGEST_ALT_TEXT) throw new Refused('alt_txt_too_large');
    const file = newFile(world, {
      user: world.state.bot.id,
      name: String(filename),
      size,
      ...(altText && { altText: String(altText) }),
    });
    return { upload_url: newUpload(world, file.id), file_id: file.id };
  },
);

const complete = method<FilesCompleteUploadExternalArguments, FilesCompleteUploadExternalResponse>(
  ['files:write'],
  (world, args) => ({ files: shareUploads(world, args).map((file) => fileShape(world, file)) }),
);

const info = method<FilesInfoArguments, FilesInfoResponse>(['files:read'], (world, args) => ({
  file: fileShape(world, known(world, args.file)),
  comments: [],
  response_metadata: { next_cursor: '' },
}));

const remove = method<FilesDeleteArguments, FilesDeleteResponse>(['files:write'], (world, args) => {
  const file = known(world, args.file);
  if (file.user !== world.state.bot.id) throw new Refused('cant_delete_file');
  erase(world, file);
  return {};
});

/** docs.slack.dev/reference/methods/files.… */
export const files: Record<string, Method> = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': complete,
  'files.info': info,
  'files.delete': remove,
};

/** A file that the app may see. */
function known(world: World, id: unknown): StoredFile {
  if (!id) throw missing('file');
  if (world.state.files[String(id)]?.deleted) throw new Refused('file_deleted');
  const file = findFile(world, String(id));
  if (!file || !mayRead(world, file)) throw new Refused('file_not_found');
  return file;
}
