import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isEmpty } from '#web/fields/empty.ts';
import { FieldForm } from '#web/fields/field-form.tsx';
import type { Values } from '#web/fields/field-props.ts';
import { asOffered, fitted, statesOf } from '#web/fields/ruled-fields.ts';
import { Modal } from '#web/kit/modal.tsx';
import { useAsker } from '#web/record/actions/use-asker.ts';
import type { OpenRequest } from './more-fields-store.ts';

/** The small form for fields that a change needs besides. */
export function MoreFieldsDialog({ request }: { readonly request: OpenRequest }) {
  const { t } = useTranslation();
  const { object, record, fields, errors, answer } = request;
  const asker = useAsker(object.name);
  // A choice that the change does not leave is chosen anew, or emptied.
  const { gone } = fitted(object, record, asker);
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(fields.flatMap(({ name }) => (name in gone ? [[name, null]] : []))),
  );
  const states = statesOf(object, { ...record, ...values }, asker);
  const asked = fields.map((field) =>
    asOffered(field.name in gone ? field : { ...field, required: true }, states),
  );
  const ready = asked.every(({ name, required }) => !required || !isEmpty(values[name]));
  return (
    <Modal opened onClose={() => answer(undefined)} title={String(record[object.nameField] ?? object.label)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) answer(values);
        }}
      >
        <Stack gap="lg">
          <FieldForm
            fields={asked}
            values={values}
            onChange={setValues}
            errors={Object.fromEntries(Object.entries(errors).filter(([name]) => isEmpty(values[name])))}
            record={record}
            autoFocus
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => answer(undefined)}>
              {t('record.cancel')}
            </Button>
            <Button type="submit" color="seal" disabled={!ready}>
              {t('record.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
