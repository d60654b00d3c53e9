/** What Slack makes of the ending of a file's name: its MIME type, and how it calls such a file. */
const KINDS: Record<string, readonly [mimetype: string, pretty: string]> = {
  csv: ['text/csv', 'CSV'],
  doc: ['application/msword', 'Word Document'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'Word Document'],
  gif: ['image/gif', 'GIF'],
  html: ['text/html', 'HTML'],
  jpg: ['image/jpeg', 'JPEG'],
  json: ['application/json', 'JSON'],
  md: ['text/markdown', 'Markdown (raw)'],
  mp3: ['audio/mpeg', 'MP3'],
  mp4: ['video/mp4', 'MPEG 4 Video'],
  pdf: ['application/pdf', 'PDF'],
  png: ['image/png', 'PNG'],
  ppt: ['application/vnd.ms-powerpoint', 'PowerPoint Presentation'],
  pptx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'PowerPoint Presentation'],
  svg: ['image/svg+xml', 'SVG'],
  text: ['text/plain', 'Plain Text'],
  tsv: ['text/tab-separated-values', 'TSV'],
  webp: ['image/webp', 'WebP'],
  xls: ['application/vnd.ms-excel', 'Excel Spreadsheet'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'Excel Spreadsheet'],
  zip: ['application/zip', 'Zip'],
};

const OTHER_NAMES: Record<string, string> = { jpeg: 'jpg', txt: 'text', htm: 'html' };
const UNKNOWN = ['application/octet-stream', 'Binary'] as const;

const endingOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Slack's name for a kind of file (docs.slack.dev/reference/objects/file-object): by the ending, `binary` without one. */
export function filetypeOf(name: string): string {
  const ending = endingOf(name);
  return OTHER_NAMES[ending] ?? (ending || 'binary');
}

/** The MIME type of a file, by the ending of its name. */
export const mimetypeOf = (name: string): string => (KINDS[filetypeOf(name)] ?? UNKNOWN)[0];

/** The kind of file in words a person reads. */
export const prettyTypeOf = (name: string): string => KINDS[filetypeOf(name)]?.[1] ?? UNKNOWN[1];

/** Whether a file input that takes `wanted` takes this one: by the ending, other spellings of it alike. */
export const isOfType = (name: string, wanted: readonly string[]): boolean =>
  wanted.some((one) => filetypeOf(`.${one}`) === filetypeOf(name));
