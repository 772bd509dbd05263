import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { isObject } from '#kernel/shape.ts';
import { choiceOf } from '#kernel/writing/choice-of.ts';
import classes from './rules.module.css';
import type { Rule } from './use-rules.ts';

/** Which choices a rule offers, in words: some of them, or those that go with each choice of another field. */
export function OfferedText({ object, rule }: { readonly object: ObjectMeta; readonly rule: Rule }) {
  const { t } = useTranslation();
  const { offers, affects, condition } = rule;
  const fieldOf = (name: string | null | undefined) => object.fields.find((field) => field.name === name);
  const [field, other] = [fieldOf(affects?.[0]), fieldOf(condition)];
  if (offers === null || field === undefined) return null;
  const called = (values: readonly string[]) =>
    values.map((value) => choiceOf(field, value).label).join(t('settings.rules.comma'));
  if (!isObject(offers))
    return <span className={classes.condition}>{called(offers as readonly string[])}</span>;
  return Object.entries(offers as Readonly<Record<string, readonly string[]>>).map(([row, values]) => (
    <span key={row} className={classes.condition}>
      {other ? choiceOf(other, row).label : row} → {called(values)}
    </span>
  ));
}
