import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionMeta } from '#kernel/meta.ts';
import type { ActionInput } from '#web/api/mutations.ts';
import { ProblemError } from '#web/api/problem.ts';
import type { RecordJson } from '#web/api/record.ts';
import { defaultValues } from '#web/fields/default-value.ts';
import { FieldForm } from '#web/fields/field-form.tsx';
import type { Values } from '#web/fields/field-props.ts';
import { useMoment } from '#web/fields/use-moment.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';
import { ActionPreview } from './action-preview.tsx';
import { actionTarget } from './action-target.ts';
import { useRunAction } from './use-run-action.tsx';

interface ActionFormDialogProps {
  readonly action: ActionMeta;
  /** The record it runs on; none for one that runs on none. */
  readonly record?: RecordJson | undefined;
  onClose(): void;
}

/** Asks for what an action needs to know, then runs it. Drawn from the action's declaration alone. */
export function ActionFormDialog({ action, record, onClose }: ActionFormDialogProps) {
  const { t } = useTranslation();
  const moment = useMoment();
  const here = record && action.object ? { object: action.object, id: record.id } : undefined;
  const { run, running, error } = useRunAction(action, here);
  const [values, setValues] = useState<Values>(() => defaultValues(action.input, moment(), record));
  const errors = error instanceof ProblemError ? inputErrors(error) : {};

  const submit = async () => {
    const target: ActionInput = record ? actionTarget(action, record) : {};
    if (await run({ ...target, input: values })) onClose();
  };

  return (
    <Modal opened onClose={onClose} title={action.label} size={action.input.length > 4 ? 'lg' : 'md'}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="lg">
          <FieldForm
            fields={action.input}
            values={values}
            onChange={setValues}
            errors={errors}
            record={record}
            autoFocus
          />
          {action.previewed && record && <ActionPreview action={action} id={record.id} values={values} />}
          <FormProblem error={error} known={errors} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('record.cancel')}
            </Button>
            <Button type="submit" color="seal" loading={running}>
              {action.label}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Complaints name the input's fields bare or as `input.field`. */
function inputErrors(error: ProblemError): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(error.fields).map(([field, message]) => [field.replace(/^input[./]/, ''), message]),
  );
}
