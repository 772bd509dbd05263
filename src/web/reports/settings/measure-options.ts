import type { Meta, ObjectMeta } from '#kernel/meta.ts';
import { measuresOf } from '#kernel/report/report-field.ts';
import { measureWords, type Words } from '#kernel/report/words.ts';
import { conditionFields } from '#web/views/filters/condition-field.ts';

/** Everything that can be told of an object's records together, called by what it is. */
export function measureOptions(
  meta: Meta,
  object: ObjectMeta,
  words: Words,
): readonly { readonly value: string; readonly label: string }[] {
  const [own = []] = conditionFields(meta, object);
  const measured = own.flatMap((field) =>
    measuresOf(field.field).map((kind) => ({ name: `${kind}(${field.path})`, kind, field })),
  );
  return [{ name: 'count', kind: 'count' }, ...measured].map((measure) => ({
    value: measure.name,
    label: measureWords(words, measure),
  }));
}
