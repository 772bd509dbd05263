import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { FieldForm } from '#web/fields/field-form.tsx';
import type { Values } from '#web/fields/field-props.ts';
import { Modal } from '#web/kit/modal.tsx';
import type { ChangeOutcome } from '#web/views/changing/use-change.ts';
import type { Bar } from './bar.ts';

interface AfterDialogProps {
  readonly object: ObjectMeta;
  readonly bar: Bar;
  readonly field: FieldMeta;
  change(bar: Bar, value: unknown): Promise<ChangeOutcome>;
  onClose(): void;
}

/** After which records one comes: the way by keys, and to take an arrow away. */
export function AfterDialog({ object, bar, field, change, onClose }: AfterDialogProps) {
  const { t } = useTranslation();
  const [values, setValues] = useState<Values>({ [field.name]: bar.record[field.name] ?? null });
  const [complaint, setComplaint] = useState<string>();
  const save = async () => {
    const outcome = await change(bar, values[field.name]);
    if (outcome.done) onClose();
    else setComplaint(outcome.complaint);
  };
  return (
    <Modal opened onClose={onClose} title={bar.name || object.label} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="md">
          <FieldForm
            fields={[field]}
            values={values}
            onChange={setValues}
            errors={complaint ? { [field.name]: complaint } : {}}
            record={bar.record}
            autoFocus
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('record.cancel')}
            </Button>
            <Button type="submit" color="seal">
              {t('record.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
