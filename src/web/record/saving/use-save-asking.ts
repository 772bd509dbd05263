import { useState } from 'react';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { isEmpty } from '#web/fields/empty.ts';
import type { Values } from '#web/fields/field-props.ts';
import { fitted } from '#web/fields/ruled-fields.ts';
import type { OpenRequest } from '#web/views/changing/more-fields-store.ts';
import { useAsker } from '../actions/use-asker.ts';
import type { RecordScope } from '../record-scope.ts';

/** Saves a record's changes; when the server wants fields with one that are empty yet or no longer fit, asks for them. */
export function useSaveAsking(object: ObjectMeta, record: RecordJson, save: RecordScope['save']) {
  const asker = useAsker(object.name);
  const [asked, setAsked] = useState<OpenRequest>();
  const saveAsking: RecordScope['save'] = async (values, base) => {
    const refused = await save(values, base);
    const { errors = {} } = refused ?? {};
    const { gone } = fitted(object, { ...record, ...values }, asker);
    const fields = object.fields.filter(
      ({ name, readOnly }) =>
        !readOnly && name in errors && !(name in values) && (isEmpty(record[name]) || name in gone),
    );
    if (refused === undefined || fields.length === 0) return refused;
    const more = await new Promise<Values | undefined>((resolve) => {
      const answer = (given: Values | undefined) => {
        setAsked(undefined);
        resolve(given);
      };
      setAsked({ object, record: { ...record, ...values }, fields, errors, answer });
    });
    return more === undefined ? refused : saveAsking({ ...values, ...more }, { ...record, ...base });
  };
  return { saveAsking, asked };
}
