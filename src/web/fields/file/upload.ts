import { api } from '#web/api/client.ts';
import type { StoredFile } from './format.ts';

/** Stores a file and answers what a record keeps of it. */
export async function uploadFile(file: File): Promise<StoredFile> {
  const form = new FormData();
  form.append('file', file, file.name);
  const [stored] = await api.post<readonly StoredFile[]>('files', form);
  if (stored === undefined) throw new Error(file.name);
  return stored;
}
