import type { Fields } from '#kernel/fields.ts';
import { shortName } from '#kernel/object-name.ts';
import { type Complaint, Refusal } from '#kernel/problem.ts';
import type { Context } from '../records/context.ts';
import { readRecord } from '../records/read.ts';
import { defaultValue, takeValue, type Values } from '../records/record-values.ts';

/** Reads what a verb was given as its declaration says: every input present, null where empty. Refuses all that is wrong. */
export async function actionInput(context: Context, fields: Fields, given: unknown): Promise<Values> {
  const complaints: Complaint[] = [];
  const source = given ?? {};
  if (typeof source !== 'object' || Array.isArray(source))
    throw new Refusal('invalid', [{ field: 'input', code: 'notARecord' }]);
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(source))
    if (!Object.hasOwn(fields, name)) complaints.push({ field: name.slice(0, 100), code: 'unknownField' });
  for (const [name, field] of Object.entries(fields)) {
    values[name] = null;
    const value = (source as Values)[name] ?? defaultValue(context, field.default);
    takeValue(context, name, field, value, values, complaints);
    if (field.required && values[name] === null && !complaints.some((complaint) => complaint.field === name))
      complaints.push({ field: name, code: 'required' });
  }
  if (complaints.length === 0) complaints.push(...(await broken(context, fields, values)));
  if (complaints.length > 0) throw new Refusal('invalid', complaints);
  return values;
}

/** References that name no record the actor may see. */
async function broken(context: Context, fields: Fields, values: Values): Promise<readonly Complaint[]> {
  const checks = Object.entries(fields).map(async ([name, field]) => {
    const target = field.type === 'user' ? context.registry.people : field.target;
    const id = values[name];
    if (target === undefined || typeof id !== 'string') return [];
    return readRecord(context, shortName(target), id, ['id']).then(
      () => [],
      (error: unknown) => {
        if (error instanceof Refusal && error.kind === 'notFound')
          return [{ field: name, code: 'noSuchRecord' }];
        throw error;
      },
    );
  });
  return (await Promise.all(checks)).flat();
}
