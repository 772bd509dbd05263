import { Button, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionMeta, ObjectMeta } from '#kernel/meta.ts';
import { ProblemError } from '#web/api/problem.ts';
import { defaultValues } from '#web/fields/default-value.ts';
import { FieldForm } from '#web/fields/field-form.tsx';
import type { Values } from '#web/fields/field-props.ts';
import { useMoment } from '#web/fields/use-moment.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';
import { toast, toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import { BulkFields, canBeSet } from './bulk-fields.tsx';
import type { BulkJob, BulkRequest, BulkWork, Chosen } from './bulk-job.ts';
import { isUnderWay } from './bulk-job.ts';
import { BulkProgress } from './bulk-progress.tsx';
import { PreviewOfBulk } from './preview-of-bulk.tsx';
import { moveBulk, useBeginBulk, useBulkJob } from './use-bulk.ts';

interface BulkDialogProps {
  readonly object: ObjectMeta;
  readonly chosen: Chosen;
  /** How many they are. */
  readonly count: number;
  /** What to do with them; an action asks for its input. */
  readonly verb: 'update' | 'delete' | ActionMeta;
  onClose(): void;
  /** Something was done; the records need not be chosen any longer. */
  onDone(): void;
}

/** Asks what to do with many records, shows what it would come to, and then how far it is and what became of it. */
export function BulkDialog({ object, chosen, count, verb, onClose, onDone }: BulkDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const moment = useMoment();
  const [values, setValues] = useState<Values>(() =>
    typeof verb === 'string' ? {} : defaultValues(verb.input, moment()),
  );
  const begin = useBeginBulk();
  const [begun, setBegun] = useState<string>();
  const job = useBulkJob(begun);
  const work = workOf(object, verb, values);
  const asked: BulkRequest | undefined = work && { object: object.name, ...chosen, ...work };
  const [settled] = useDebouncedValue(asked, 400);
  const errors = begin.error instanceof ProblemError ? inputErrors(begin.error) : {};

  const run = async () => {
    if (!asked) return;
    const started = await begin.mutateAsync(asked).catch(() => undefined);
    if (!started) return;
    onDone();
    if (isUnderWay(started) || started.failed > 0 || started.problem) return setBegun(started.id);
    onClose();
    tellDone(started);
  };
  const tellDone = (done: BulkJob) => {
    const counted = t(done.work.do === 'delete' ? 'list.deleted' : 'list.changed', { count: done.changed });
    const said = typeof verb === 'string' ? counted : t('record.actionDone', { action: verb.label });
    if (!done.undoable || done.changed === 0) return toast(said);
    toastWithUndo(said, () => moveBulk(client, done.id, 'undo').catch(toastProblem));
  };
  const title =
    typeof verb === 'string' ? t(`bulk.${verb}`, { count }) : `${verb.label} · ${t('bulk.of', { count })}`;

  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      {job ? (
        <BulkProgress job={job} onClose={onClose} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            run();
          }}
        >
          <Stack gap="md">
            {verb === 'update' && (
              <BulkFields object={object} values={values} onChange={setValues} errors={errors} />
            )}
            {verb === 'delete' && <Text>{t('bulk.toBin')}</Text>}
            {typeof verb !== 'string' && verb.input.length > 0 && (
              <FieldForm fields={verb.input} values={values} onChange={setValues} errors={errors} autoFocus />
            )}
            {asked && settled && <PreviewOfBulk object={object} request={settled} />}
            <FormProblem error={begin.error} known={errors} />
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={onClose}>
                {t('record.cancel')}
              </Button>
              <Button type="submit" color="seal" disabled={!asked} loading={begin.isPending}>
                {typeof verb === 'string' ? t(`bulk.do.${verb}`) : verb.label}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

/** What is to be done, as soon as everything is known. */
function workOf(object: ObjectMeta, verb: BulkDialogProps['verb'], values: Values): BulkWork | undefined {
  if (verb === 'delete') return { do: 'delete' };
  const filled = (value: unknown) => value !== null && value !== undefined && value !== '';
  if (verb === 'update') {
    const fields = object.fields.filter((field) => field.name in values && canBeSet(field));
    const ready =
      fields.length > 0 && fields.every(({ name, required }) => !required || filled(values[name]));
    return ready ? { do: 'update', values } : undefined;
  }
  const ready = verb.input.every(({ name, required }) => !required || filled(values[name]));
  return ready ? { do: 'action', action: verb.name, input: values } : undefined;
}

/** Complaints name the input's fields bare or as `input.field`. */
function inputErrors(error: ProblemError): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(error.fields).map(([field, message]) => [field.replace(/^input[./]/, ''), message]),
  );
}
