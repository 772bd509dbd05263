import { Button, Group, Modal, Progress, Select, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import type { RecordJson } from '#web/api/record.ts';
import { FieldEditor } from '#web/fields/field-editor.tsx';
import { fieldView } from '#web/fields/registry.ts';
import { toastWithUndo } from '#web/kit/toast.tsx';
import { bare } from '#web/record/saving/rival-values.ts';
import { type Outcome, writeEach } from './write-each.ts';

interface BulkEditDialogProps {
  readonly object: ObjectMeta;
  readonly records: readonly RecordJson[];
  onClose(): void;
}

/** Gives one field of all picked records the same value; says how far it is and what was refused. */
export function BulkEditDialog({ object, records, onClose }: BulkEditDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const fields = object.fields.filter(
    (field) =>
      !field.readOnly &&
      !field.immutable &&
      !field.unique &&
      fieldView(field).Editor &&
      field.type !== 'file',
  );
  const [name, setName] = useState<string | null>(null);
  const [value, setValue] = useState<unknown>(null);
  const [done, setDone] = useState<number>();
  const [outcome, setOutcome] = useState<Outcome>();
  const field = fields.find((each) => each.name === name);

  const write = async () => {
    if (!field) return;
    const before = await Promise.all(
      records.map(({ id }) =>
        api.get<RecordJson>(`records/${object.name}/${id}`, { query: { select: field.name } }),
      ),
    );
    const put = (values: (record: RecordJson) => unknown, versions: boolean) =>
      writeEach(object.name, before, (record) => ({ [field.name]: values(record) }), setDone, versions);
    const result = await put(() => value, true);
    client.invalidateQueries({ queryKey: keys.object(object.name) });
    if (result.refused.length > 0) {
      setDone(undefined);
      return setOutcome(result);
    }
    onClose();
    toastWithUndo(t('list.changed', { count: result.written }), async () => {
      await put((record) => bare(record[field.name]), false);
      client.invalidateQueries({ queryKey: keys.object(object.name) });
    });
  };

  return (
    <Modal opened onClose={onClose} title={t('list.editTitle', { count: records.length })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          write();
        }}
      >
        <Stack gap="md">
          <Select
            data-autofocus
            searchable
            label={t('list.field')}
            data={fields.map((each) => ({ value: each.name, label: each.label }))}
            value={name}
            onChange={(next) => {
              setName(next);
              setValue(null);
            }}
          />
          {field && <FieldEditor key={field.name} field={field} value={value} onChange={setValue} label />}
          {done !== undefined && <Progress value={(done / records.length) * 100} animated />}
          {outcome && (
            <Text c="red" role="alert">
              {t('list.refused', { written: outcome.written, count: outcome.refused.length })}{' '}
              {[...new Set(outcome.refused)].slice(0, 3).join(' ')}
            </Text>
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('record.cancel')}
            </Button>
            <Button type="submit" color="seal" disabled={!field} loading={done !== undefined}>
              {t('record.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
