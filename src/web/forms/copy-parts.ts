import type { Meta, ObjectMeta } from '#kernel/meta.ts';
import { api } from '#web/api/client.ts';
import type { RecordPageJson } from '#web/api/record.ts';
import { copiedValues } from './copied-values.ts';

/** Records of which others are made up, by the reference that leads to these. */
export interface PartsOf {
  readonly object: ObjectMeta;
  readonly field: string;
  readonly label: string;
}

/** As many as are created at once. */
const most = 1000;

/** What a record is made up of and may be copied with it: parts that this person may create, and that hold no file. */
export function copiableParts({ objects }: Meta, whole: ObjectMeta): readonly PartsOf[] {
  return whole.related.flatMap(({ object: name, field, label, part }) => {
    const object = objects.find((each) => each.name === name);
    const fits =
      object?.can.create && !object.fields.some(({ type, required }) => required && type === 'file');
    return part && fits ? [{ object, field, label }] : [];
  });
}

/** Gives one record what another is made up of; all of a kind or none. Gives how many were copied. */
export async function copyParts(
  { object, field }: Pick<PartsOf, 'object' | 'field'>,
  from: string,
  to: string,
): Promise<number> {
  const { records } = await api.get<RecordPageJson>(`records/${object.name}`, {
    query: { where: { [field]: from }, limit: most, sort: 'createdAt' },
  });
  const copies = records.map((record) => ({ ...copiedValues(object, record), [field]: to }));
  if (copies.length > 0) await api.post(`records/${object.name}`, copies);
  return copies.length;
}
