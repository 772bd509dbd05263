import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useCreate } from '#web/api/mutations.ts';
import { ProblemError } from '#web/api/problem.ts';
import { useMeta, useObjectMeta } from '#web/api/queries.ts';
import { defaultValues } from '#web/fields/default-value.ts';
import { FieldForm } from '#web/fields/field-form.tsx';
import { asRuled, withoutHidden } from '#web/fields/ruled-fields.ts';
import { useMoment } from '#web/fields/use-moment.ts';
import { withTexts } from '#web/i18n/with-texts.ts';
import { lazyView } from '#web/kit/lazy-view.ts';
import { Modal } from '#web/kit/modal.tsx';
import { toastProblem } from '#web/kit/toast.tsx';
import { withPageOf } from '#web/record/page-of.ts';
import { copiableParts, copyParts } from './copy-parts.ts';
import { formFields } from './form-fields.ts';
import { FormProblem } from './form-problem.tsx';
import type { RecordFormRequest } from './record-form-store.ts';
import { toastCreated } from './toast-created.tsx';
import { typedStart } from './typed-values.ts';
import { useRuledValues } from './use-ruled-values.ts';

const TakenNotice = lazyView(
  () => withTexts(import('#web/calendar/taken/taken-notice.tsx'), 'taken'),
  'TakenNotice',
);

interface RecordFormDialogProps {
  readonly request: RecordFormRequest;
  onClose(): void;
}

/** A form for a new record of any object. */
export function RecordFormDialog({ request, onClose }: RecordFormDialogProps) {
  const { t } = useTranslation();
  const object = useObjectMeta(request.object);
  if (!object) return null;
  return (
    <Modal opened onClose={onClose} size="lg" title={t('form.newTitle', { label: object.label })}>
      <RecordForm object={object} request={request} onClose={onClose} />
    </Modal>
  );
}

function RecordForm({ object, request, onClose }: RecordFormDialogProps & { object: ObjectMeta }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const create = useCreate(object.name);
  const start = () => typedStart(object, defaultValues(object.fields, moment()), request.values);
  const { values, change, restart, states, notices } = useRuledValues(object, start);
  const [round, setRound] = useState(0);
  const errors = create.error instanceof ProblemError ? create.error.fields : {};
  const ruled = asRuled(withPageOf(object, values), states, errors);
  const { first, rest } = formFields(ruled, Object.keys(request.values ?? {}));
  const [everything, setEverything] = useState(false);
  const showRest = everything || rest.some(({ name }) => name in errors);
  const fields = showRest ? [...first, ...rest] : first;

  const meta = useMeta();
  const parts = request.copyOf === undefined ? [] : copiableParts(meta, object);
  const [along, setAlong] = useState(() => parts.map(({ label }) => label));

  const submit = (another: boolean) =>
    create.mutate(withoutHidden(values, states), {
      onSuccess: async (record) => {
        for (const part of parts.filter(({ label }) => along.includes(label)))
          await copyParts(part, request.copyOf ?? '', record.id).catch(toastProblem);
        if (request.onCreated) request.onCreated(record);
        else toastCreated(object, record);
        if (!another) return onClose();
        restart();
        setRound(round + 1);
      },
    });
  const save = (event: { preventDefault(): void }) => {
    event.preventDefault();
    submit(false);
  };

  return (
    <form onSubmit={save} onKeyDown={getHotkeyHandler([['mod+Enter', () => submit(false)]])} noValidate>
      <Stack gap="lg">
        <FieldForm
          key={round}
          fields={fields}
          values={values}
          onChange={change}
          errors={{ ...errors, ...notices }}
          autoFocus
        />
        {object.occurs && (
          <Suspense fallback={null}>
            <TakenNotice object={object} values={values} onChange={change} />
          </Suspense>
        )}
        {parts.length > 0 && (
          <Checkbox.Group label={t('form.copyParts')} value={along} onChange={setAlong}>
            <Group gap="md" mt={6}>
              {parts.map(({ object: { name }, label }) => (
                <Checkbox key={name} value={label} label={label} />
              ))}
            </Group>
          </Checkbox.Group>
        )}
        <FormProblem
          error={create.error}
          known={Object.fromEntries(fields.map(({ name }) => [name, true]))}
        />
        <Group justify="space-between">
          {rest.length > 0 && !showRest ? (
            <Button variant="subtle" onClick={() => setEverything(true)}>
              {t('form.allFields', { count: rest.length })}
            </Button>
          ) : (
            <span />
          )}
          <Group gap="sm" ml="auto">
            <Button variant="default" onClick={() => submit(true)} disabled={create.isPending}>
              {t('form.createAnother')}
            </Button>
            <Button type="submit" color="seal" loading={create.isPending}>
              {t('form.create')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
