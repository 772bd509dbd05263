import { Button, Group, MultiSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta, PageMeta } from '#kernel/meta.ts';
import { useCreate, useUpdate } from '#web/api/mutations.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';
import { draftOf, type LayoutDraft, settingsOf } from '../draft.ts';
import { type StoredLayout, usePages } from '../use-layouts.ts';
import { EditingProvider } from './editing.ts';
import classes from './editor.module.css';
import { LayoutCanvas } from './layout-canvas.tsx';

interface LayoutEditorProps {
  readonly object: ObjectMeta;
  readonly kind: ObjectMeta;
  /** The layout to be changed; a new one when absent. */
  readonly layout: StoredLayout | undefined;
  /** Where a new one stands. */
  readonly position: number;
  onClose(): void;
}

/** Lays the page of an object out: what is where, for whom, for which types of record. */
export function LayoutEditor(props: LayoutEditorProps) {
  const { t } = useTranslation();
  const { object, kind, layout, onClose } = props;
  const { data } = usePages(kind.name, object.name);
  const title = layout
    ? t('settings.layouts.edit', { name: layout.name })
    : t('settings.layouts.newFor', { object: object.label });
  return (
    <Modal opened onClose={onClose} title={title} fullScreen closeOnEscape={false}>
      {data && <LoadedEditor {...props} declared={data.declared} />}
    </Modal>
  );
}

function LoadedEditor({
  object,
  kind,
  layout,
  position,
  declared,
  onClose,
}: LayoutEditorProps & { declared: PageMeta }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<LayoutDraft>(() => draftOf(declared, layout?.settings ?? null));
  const [said, say] = useState('');
  const [name, setName] = useState(layout?.name ?? '');
  const [roles, setRoles] = useState<readonly string[]>(layout?.roles ?? []);
  const [types, setTypes] = useState<readonly string[]>(layout?.recordTypes ?? []);
  const create = useCreate(kind.name);
  const update = useUpdate(kind.name);
  const error = create.error ?? update.error;
  const errors = error instanceof ProblemError ? error.fields : {};
  const known = kind.fields.find((field) => field.name === 'roles')?.choices ?? [];
  const save = () => {
    const values = {
      ...{ name, roles, recordTypes: types, settings: settingsOf(draft, object) },
    };
    const done = { onSuccess: onClose };
    if (layout) update.mutate({ id: layout.id, version: layout.version, values }, done);
    else create.mutate({ ...values, object: object.name, position }, done);
  };
  return (
    <EditingProvider
      value={{
        object,
        draft,
        change: (next, words = '') => {
          setDraft(next);
          say(words);
        },
      }}
    >
      <div className={classes.head}>
        <TextInput
          label={t('settings.layouts.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={errors.name}
          withAsterisk
          data-autofocus
        />
        <MultiSelect
          label={t('settings.layouts.seenBy')}
          placeholder={roles.length === 0 ? t('settings.layouts.everybody') : ''}
          data={known.map(({ value, label }) => ({ value, label }))}
          value={[...roles]}
          onChange={setRoles}
          error={errors.roles}
          searchable
        />
        {(object.types ?? []).length > 0 && (
          <MultiSelect
            label={t('settings.layouts.ofTypes')}
            placeholder={types.length === 0 ? t('settings.layouts.allTypes') : ''}
            data={(object.types ?? []).map(({ value, label }) => ({ value, label }))}
            value={[...types]}
            onChange={setTypes}
          />
        )}
        <Group gap="sm" className={classes.buttons}>
          <Button variant="subtle" onClick={() => setDraft(draftOf(declared, null))}>
            {t('settings.layouts.reset')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('record.cancel')}
          </Button>
          <Button color="seal" loading={create.isPending || update.isPending} onClick={save}>
            {t('record.save')}
          </Button>
        </Group>
      </div>
      <FormProblem error={error} known={{ name: true, roles: true }} />
      <p className={classes.help}>{t('settings.layouts.help')}</p>
      <p className={classes.said} role="status">
        {said}
      </p>
      <LayoutCanvas />
    </EditingProvider>
  );
}
