import { Alert, Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { useLocale } from '#web/i18n/use-locale.ts';
import { Modal } from '#web/kit/modal.tsx';
import { toast, toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import { useNarrow } from '#web/kit/use-narrow.ts';
import { labelOf } from '../own/label-of.ts';
import { useConsequences } from '../own/use-consequences.ts';
import { useSaveOwn } from '../own/use-save-own.ts';
import type { Definition, Draft } from './definition.ts';
import { draftOf, goingChoices, payloadOf, settingsOf } from './draft.ts';
import type { DraftProps } from './draft-props.ts';
import { FieldPreview } from './field-preview.tsx';
import { FurtherSettings } from './further-settings.tsx';
import { GoingChoices } from './going-choices.tsx';
import { Naming } from './naming.tsx';
import { RequiredSetting } from './required-setting.tsx';
import { TypeChoices } from './type-choices.tsx';

interface FieldDialogProps {
  readonly object: ObjectMeta;
  readonly defining: ObjectMeta;
  readonly definition: Definition | undefined;
  onClose(): void;
}

/** A new field, or one that is changed, with a picture of what people will fill in. */
export function FieldDialog({ object, defining, definition, onClose }: FieldDialogProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const locale = useLocale();
  const [draft, setDraft] = useState<Draft>(() => draftOf(definition, object.name));
  const save = useSaveOwn<Definition>(defining.name);
  const errors = save.error instanceof ProblemError ? save.error.fields : {};
  const isNew = definition === undefined;
  const { data: consequences } = useConsequences('fields', definition?.id);
  const going = goingChoices(definition, draft);
  const newlyRequired = draft.required === true && definition?.required !== true;
  const parts = {
    ...{ object, draft, isNew, errors },
    change: (values: Draft) => setDraft((before) => ({ ...before, ...values })),
  };
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault();
    const values = payloadOf(draft, isNew);
    save.mutate(definition ? { id: definition.id, version: definition.version, values } : { values }, {
      onSuccess: (saved) => {
        onClose();
        const label = labelOf(saved, locale);
        const text = t(isNew ? 'settings.fields.added' : 'settings.fields.changed', { label });
        if (going.length === 0) return toast(text);
        const { choices = null } = definition ?? {};
        toastWithUndo(text, () =>
          save.mutate({ id: saved.id, values: { choices } }, { onError: toastProblem }),
        );
      },
    });
  };
  const title = isNew
    ? t('settings.fields.addTo', { label: object.label })
    : t('settings.fields.edit', { label: labelOf(definition, locale) });
  return (
    <Modal opened onClose={onClose} size="xl" fullScreen={narrow} title={title}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Naming {...parts} />
          <TypeChoices {...parts} />
          {definition && going.length > 0 && (
            <GoingChoices
              definition={definition}
              going={going}
              onKeep={() => parts.change({ choices: [...(draft.choices ?? []), ...going] })}
            />
          )}
          {settingsOf(draft.type).computed !== true && <RequiredSetting {...parts} />}
          {newlyRequired && consequences?.lacking !== undefined && consequences.lacking > 0 && (
            <Alert color="amber">{t('settings.fields.lacking', { count: consequences.lacking })}</Alert>
          )}
          <FieldPreview {...parts} />
          <FurtherSettings {...parts} />
          <FormProblem error={save.error} known={shownErrors(errors)} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('record.cancel')}
            </Button>
            <Button
              type="submit"
              color="seal"
              loading={save.isPending}
              disabled={!(draft.labelZh || draft.labelEn)}
            >
              {t(isNew ? 'settings.fields.add' : 'settings.fields.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const shown =
  /^(labelZh|labelEn|helpZh|helpEn|name|type|target|acyclic|format|scale|maxLength|section|unique|searchable|sealed|required|requiredWhen|default|choices.*|rollup.*|expression)$/;

function shownErrors(errors: DraftProps['errors']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(errors).filter(([field]) => shown.test(field)));
}
