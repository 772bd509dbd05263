import { Button, Checkbox, Group, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useCreate, useUpdate } from '#web/api/mutations.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { useLocale } from '#web/i18n/use-locale.ts';
import { Modal } from '#web/kit/modal.tsx';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import { type StoredType, typeLabel } from './use-types.ts';
import { ValueLimits } from './value-limits.tsx';

interface TypeDialogProps {
  readonly object: ObjectMeta;
  readonly kind: ObjectMeta;
  /** The type to be changed; a new one when absent. */
  readonly type: StoredType | undefined;
  /** Where a new one stands. */
  readonly position: number;
  onClose(): void;
}

type Draft = Partial<Pick<StoredType, 'labelZh' | 'labelEn' | 'color' | 'standard' | 'roles' | 'values'>>;

/** What a type is called, who makes such records, and what can be chosen in them. */
export function TypeDialog({ object, kind, type, position, onClose }: TypeDialogProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [draft, setDraft] = useState<Draft>(() => ({
    labelZh: type?.labelZh ?? null,
    labelEn: type?.labelEn ?? null,
    color: type?.color ?? 'blue',
    standard: type?.standard ?? position === 0,
    roles: type?.roles ?? [],
    values: type?.values ?? null,
  }));
  const set = (some: Draft) => setDraft({ ...draft, ...some });
  const create = useCreate(kind.name);
  const update = useUpdate(kind.name);
  const error = create.error ?? update.error;
  const errors = error instanceof ProblemError ? error.fields : {};
  const choices = (name: string) =>
    (kind.fields.find((field) => field.name === name)?.choices ?? []).map(({ value, label }) => ({
      ...{ value, label },
    }));
  const save = () => {
    const done = { onSuccess: onClose };
    if (type) update.mutate({ id: type.id, version: type.version, values: draft }, done);
    else create.mutate({ ...draft, object: object.name, position }, done);
  };
  const order = locale === 'zh-CN' ? (['labelZh', 'labelEn'] as const) : (['labelEn', 'labelZh'] as const);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={
        type
          ? t('settings.types.edit', { label: typeLabel(type, locale) })
          : t('settings.types.newFor', { object: object.label })
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="sm">
          <Group grow align="start">
            {order.map((name, index) => (
              <TextInput
                key={name}
                label={t(`settings.types.${name}`)}
                value={draft[name] ?? ''}
                maxLength={60}
                onChange={(event) => set({ [name]: event.currentTarget.value || null })}
                error={errors[name] ?? (index === 0 ? errors.name : undefined)}
                data-autofocus={index === 0 || undefined}
              />
            ))}
          </Group>
          <Group grow align="start">
            <MultiSelect
              label={t('settings.types.roles')}
              placeholder={draft.roles?.length ? '' : t('settings.types.everybody')}
              data={choices('roles')}
              value={[...(draft.roles ?? [])]}
              onChange={(roles) => set({ roles })}
              error={errors.roles}
              searchable
            />
            <Select
              label={t('settings.types.color')}
              data={choices('color')}
              value={draft.color ?? 'grey'}
              onChange={(color) => set({ color })}
              renderOption={({ option }) => <StatusBadge color={option.value}>{option.label}</StatusBadge>}
            />
          </Group>
          <Checkbox
            label={t('settings.types.isStandard')}
            checked={draft.standard === true}
            onChange={(event) => set({ standard: event.currentTarget.checked })}
          />
          <ValueLimits object={object} values={draft.values ?? {}} onChange={(values) => set({ values })} />
          <FormProblem error={error} known={{ name: true, labelZh: true, labelEn: true, roles: true }} />
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
