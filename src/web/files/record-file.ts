import type { StoredFile } from '#web/fields/file/format.ts';

interface Person {
  readonly id: string;
  readonly name?: string;
}

/** One version of a file: the present one, or one that it was. */
export interface FileVersion {
  readonly id: string;
  readonly number: number;
  readonly content: readonly StoredFile[] | null;
  readonly remark: string | null;
  readonly author: Person | null;
  readonly broughtAt: string | null;
}

/** A file of a record, in its present version. */
export interface RecordFile extends FileVersion {
  readonly version: number;
  readonly name: string | null;
  readonly category: string | null;
  readonly createdBy: string | null;
}

/** The fields that the panel shows. */
export const versionFields = ['number', 'content', 'remark', 'author.name', 'broughtAt'] as const;

/** The file by the name that people gave it, which need not be the one that it came with. */
export function namedFile({ name, content }: RecordFile): StoredFile | undefined {
  const [file] = content ?? [];
  return file && { ...file, name: name ?? file.name };
}
