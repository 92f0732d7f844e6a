import type { ImportHints } from '@demarche/contracts';
import { newTrace } from '../../graphql/new-trace.ts';
import type { Row } from './preview.ts';

const base64 = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x80_00)
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x80_00));
  return btoa(binary);
};

/**
 * Asks what bringing a file in would do, a row for each narrative that is read of it; nothing is recorded.
 * @throws with a sentence for the page.
 */
export const previewFile = async (
  file: File,
  { hints, split }: { readonly hints: ImportHints; readonly split: boolean },
): Promise<readonly Row[]> => {
  const contentBase64 = await base64(file);
  const response = await fetch('/import/preview', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...newTrace() },
    body: JSON.stringify({ files: [{ name: file.name, contentBase64, split }], hints }),
  }).catch(() => null);
  if (!response) throw new Error('There is no connection to Demarche; the file was not read.');
  const answer = (await response.json().catch(() => null)) as { files?: Row[]; detail?: string } | null;
  if (!answer?.files?.length)
    throw new Error(answer?.detail ?? `Demarche answered with an error (${response.status}).`);
  return answer.files;
};
