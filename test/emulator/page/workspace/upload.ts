/** Hands a file of that person's computer to Slack; answers its id. A refusal is an error with words for people. */
export async function uploadFile(as: string, file: File): Promise<{ id: string; name: string }> {
  const query = new URLSearchParams({ as, name: file.name });
  const response = await fetch(`/page/file?${query}`, { method: 'POST', body: file });
  if (!response.ok) throw new Error(await response.text());
  const { id } = (await response.json()) as { id: string };
  return { id, name: file.name };
}
