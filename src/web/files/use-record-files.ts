import { useMeta, useRecords } from '#web/api/queries.ts';
import { type RecordFile, versionFields } from './record-file.ts';

/** How the files of a record are put in order. */
export const orders = ['-broughtAt', 'name', 'category'] as const;
export type FileOrder = (typeof orders)[number];

/** The object whose records are files, where this one may have some. */
export function useFilesObject(object: string) {
  return useMeta().objects.find(
    ({ purpose, fields }) =>
      purpose === 'document' &&
      fields.some(({ name, targets }) => name === 'regarding' && targets?.includes(object)),
  );
}

/** The files of a record. */
export function useRecordFiles(files: string, record: string, sort: FileOrder) {
  const { data, isPending } = useRecords(files, {
    where: { regarding: record },
    select: ['name', 'category', 'createdBy', ...versionFields].join(','),
    sort,
    limit: 100,
  });
  const found = (data?.pages.flatMap(({ records }) => records) ?? []) as unknown as readonly RecordFile[];
  return { files: found, isPending };
}
