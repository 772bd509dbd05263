import type { ObjectMeta } from '#kernel/meta.ts';
import { useUpdate } from '#web/api/mutations.ts';
import { ProblemError } from '#web/api/problem.ts';
import type { RecordJson } from '#web/api/record.ts';
import type { Values } from '#web/fields/field-props.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { rivalValues } from '#web/record/saving/rival-values.ts';
import { moreFields } from './more-fields-store.ts';

/** What became of a change: made, or refused with a complaint about the very field. */
export type ChangeOutcome =
  | { readonly done: true; readonly record: RecordJson }
  | { readonly done: false; readonly complaint?: string };

/**
 * Changes a record of a list. Somebody else's change of other fields does not stand in the way; when the server
 * wants further fields with this one, they are asked for.
 */
export function useChange(object: ObjectMeta) {
  const update = useUpdate(object.name);

  const send = async (
    record: RecordJson,
    values: Values,
    version = record.version,
  ): Promise<ChangeOutcome> => {
    try {
      return { done: true, record: await update.mutateAsync({ id: record.id, version, values }) };
    } catch (error) {
      return refused(record, values, version, error);
    }
  };

  const refused = async (
    record: RecordJson,
    values: Values,
    version: number,
    error: unknown,
  ): Promise<ChangeOutcome> => {
    if (!(error instanceof ProblemError)) {
      toastProblem(error);
      return { done: false };
    }
    const { current, errors = [] } = error.problem;
    if (error.status === 409 && current) {
      const untouched = rivalValues(record, current, values).length === 0;
      if (untouched && version !== current.version) return send(record, values, Number(current.version));
    }
    const missing = object.fields.filter(
      (field) =>
        !field.readOnly && !(field.name in values) && errors.some((each) => each.field === field.name),
    );
    if (missing.length > 0) {
      const changed = { ...record, ...values };
      const more = await moreFields.ask({ object, record: changed, fields: missing, errors: error.fields });
      return more ? send(record, { ...values, ...more }, version) : { done: false };
    }
    const own = errors.find(({ field }) => field in values);
    if (!own) toastProblem(error);
    return { done: false, ...(own && { complaint: own.message }) };
  };

  return send;
}
