import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { Fitted } from '#kernel/offered-choices.ts';
import { choiceOf } from '#kernel/writing/choice-of.ts';
import type { Values } from '#web/fields/field-props.ts';
import { fitted, statesOf } from '#web/fields/ruled-fields.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { useAsker } from '#web/record/actions/use-asker.ts';
import { typedChange } from './typed-values.ts';

/**
 * What somebody types into a form for a new record, and what conditions make of its fields. A choice that no longer
 * goes with what was chosen is emptied, and its field says so until somebody chooses there.
 */
export function useRuledValues(object: ObjectMeta, start: () => Values) {
  const { t } = useTranslation();
  const list = new Intl.ListFormat(useLocale(), { type: 'conjunction' });
  const asker = useAsker(object.name);
  const begin = () => fitted(object, start(), asker).values;
  const [values, setValues] = useState<Values>(begin);
  const [gone, setGone] = useState<Fitted['gone']>({});
  const change = (next: Values) => {
    const now = fitted(object, typedChange(object, values, next), asker);
    const untouched = Object.entries(gone).filter(([name]) => next[name] === values[name]);
    setValues(now.values);
    setGone({ ...Object.fromEntries(untouched), ...now.gone });
  };
  const restart = () => {
    setValues(begin());
    setGone({});
  };
  const notices = object.fields.flatMap((field) => {
    const away = gone[field.name];
    if (away === undefined) return [];
    const names = list.format(away.map((value) => choiceOf(field, value).label));
    return [[field.name, t('form.notOffered', { names })] as const];
  });
  return {
    ...{ values, change, restart },
    states: statesOf(object, values, asker),
    notices: Object.fromEntries(notices),
  };
}
