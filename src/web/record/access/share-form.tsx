import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { keys } from '#web/api/keys.ts';
import { useCreate } from '#web/api/mutations.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FieldForm } from '#web/fields/field-form.tsx';
import type { Values } from '#web/fields/field-props.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { useRecordScope } from '../record-scope.ts';

const asked = ['recipient', 'role', 'access', 'until', 'reason'];

/** Shares the record with one more. */
export function ShareForm({ share }: { readonly share: ObjectMeta }) {
  const { t } = useTranslation();
  const { object, record } = useRecordScope();
  const [values, setValues] = useState<Values>({ access: 'read' });
  const client = useQueryClient();
  const create = useCreate(share.name);
  const errors = create.error instanceof ProblemError ? create.error.fields : {};
  const fields = asked.flatMap((name) => share.fields.find((field) => field.name === name) ?? []);
  const submit = () =>
    create.mutate(
      { ...values, record: { object: object.name, id: record.id } },
      {
        onSuccess: () => {
          setValues({ access: 'read' });
          client.invalidateQueries({ queryKey: keys.recordAnySelect(object.name, record.id) });
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <FieldForm fields={fields} values={values} onChange={setValues} errors={errors} />
      <FormProblem error={create.error} known={Object.fromEntries(asked.map((name) => [name, true]))} />
      <Group justify="flex-end" mt="sm">
        <Button type="submit" color="seal" loading={create.isPending}>
          {t('record.access.share')}
        </Button>
      </Group>
    </form>
  );
}
