import { ActionIcon, Button, Group, Input, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useCreate, useUpdate } from '#web/api/mutations.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FieldForm } from '#web/fields/field-form.tsx';
import type { Values } from '#web/fields/field-props.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import { viewPaths } from '../current-view.ts';
import type { ViewState } from '../use-view-state.ts';
import type { SavedView } from './saved-view.ts';

interface SaveViewDialogProps {
  /** The object whose records are views. */
  readonly views: ObjectMeta;
  readonly state: ViewState;
  /** The view to be called otherwise; without it a new one is made of what is shown. */
  readonly saved: SavedView | undefined;
  onClose(): void;
}

const icons = [
  ...['bookmark', 'star', 'flag', 'heart-handshake', 'clock', 'calendar-event', 'target-arrow', 'chart-line'],
  ...[
    'users',
    'user-check',
    'phone',
    'mail',
    'building-skyscraper',
    'map-pin',
    'truck-delivery',
    'list-check',
  ],
];

/** Keeps what is shown as a view: its name, its sign, and for whom it is. */
export function SaveViewDialog({ views, state, saved, onClose }: SaveViewDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreate(views.name);
  const update = useUpdate(views.name);
  const [values, setValues] = useState<Values>({
    ...{ name: saved?.name ?? '', icon: saved?.icon ?? null },
    ...{ everybody: saved?.everybody ?? false, standard: saved?.standard ?? false },
  });
  const fields = ['name', 'everybody', 'standard'].flatMap(
    (name) => views.fields.find((field) => field.name === name && !field.readOnly) ?? [],
  );
  const { error } = saved ? update : create;
  const errors = error instanceof ProblemError ? error.fields : {};
  // What may not be set is not sent.
  const given = Object.fromEntries(
    Object.entries(values).filter(([name]) => name === 'icon' || fields.some((field) => field.name === name)),
  );
  const submit = () => {
    if (saved)
      return update.mutate({ id: saved.id, version: saved.version, values: given }, { onSuccess: onClose });
    const { object, kind, settings } = state;
    create.mutate(
      { ...given, object: object.name, kind, settings },
      {
        onSuccess: ({ id }) => {
          onClose();
          navigate({ to: viewPaths[kind], params: { object: object.name }, search: { view: id } });
        },
      },
    );
  };
  return (
    <Modal opened onClose={onClose} title={t(saved ? 'view.edit' : 'view.saveAs')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          <FieldForm fields={fields} values={values} onChange={setValues} errors={errors} />
          <Input.Wrapper label={t('view.icon')}>
            <Group gap={4}>
              {icons.map((icon) => (
                <ActionIcon
                  key={icon}
                  variant={values.icon === icon ? 'filled' : 'subtle'}
                  aria-label={icon}
                  aria-pressed={values.icon === icon}
                  onClick={() => setValues({ ...values, icon: values.icon === icon ? null : icon })}
                >
                  <ObjectIcon name={icon} size={16} />
                </ActionIcon>
              ))}
            </Group>
          </Input.Wrapper>
          <FormProblem error={error} known={Object.fromEntries(fields.map(({ name }) => [name, true]))} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('record.cancel')}
            </Button>
            <Button type="submit" color="seal" loading={create.isPending || update.isPending}>
              {t('record.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
