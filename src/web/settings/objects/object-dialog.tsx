import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { useLocale } from '#web/i18n/use-locale.ts';
import { Modal } from '#web/kit/modal.tsx';
import { toast } from '#web/kit/toast.tsx';
import { useNarrow } from '#web/kit/use-narrow.ts';
import { labelOf } from '../own/label-of.ts';
import { useSaveOwn } from '../own/use-save-own.ts';
import { IconPicker } from './icon-picker.tsx';
import { draftOf, type ObjectDraft, type OwnObject, payloadOf } from './own-object.ts';
import { OwnTexts } from './own-texts.tsx';
import type { PartProps } from './part-props.ts';
import { RecordsSetting } from './records-setting.tsx';
import { UseSetting } from './use-setting.tsx';

interface ObjectDialogProps {
  readonly defining: ObjectMeta;
  readonly definition: OwnObject | undefined;
  onClose(): void;
}

/** A new object, or one that is changed: what it is called, how its records are named, who uses it and where it stands. */
export function ObjectDialog({ defining, definition, onClose }: ObjectDialogProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const locale = useLocale();
  const [draft, setDraft] = useState<ObjectDraft>(() => draftOf(definition));
  const save = useSaveOwn<OwnObject>(defining.name);
  const errors = save.error instanceof ProblemError ? save.error.fields : {};
  const isNew = definition === undefined;
  const change = (values: ObjectDraft) => setDraft((before) => ({ ...before, ...values }));
  const parts = { defining, draft, isNew, errors, change };
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault();
    const values = payloadOf(draft, isNew);
    save.mutate(definition ? { id: definition.id, version: definition.version, values } : { values }, {
      onSuccess: (saved) => {
        onClose();
        toast(
          t(isNew ? 'settings.objects.added' : 'settings.objects.changed', { label: labelOf(saved, locale) }),
        );
      },
    });
  };
  const title = isNew
    ? t('settings.objects.new')
    : t('settings.objects.edit', { label: labelOf(definition, locale) });
  return (
    <Modal opened onClose={onClose} size="xl" fullScreen={narrow} title={title}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <OwnTexts {...parts} names={['label', 'plural']} />
          <IconPicker value={draft.icon ?? null} error={errors.icon} onChange={(icon) => change({ icon })} />
          <RecordsSetting {...parts} />
          <UseSetting {...parts} />
          <FormProblem error={save.error} known={shownErrors(errors, draft)} />
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
              {t(isNew ? 'settings.objects.add' : 'settings.objects.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** All but those that have no place here: a record named by a number leaves none for the name for programs. */
function shownErrors(errors: PartProps['errors'], { naming }: ObjectDraft): PartProps['errors'] {
  const hidden = [
    'version',
    'position',
    'regardable',
    'owned',
    'listed',
    ...(naming === 'number' ? ['name'] : []),
  ];
  return Object.fromEntries(Object.entries(errors).filter(([field]) => !hidden.includes(field)));
}
