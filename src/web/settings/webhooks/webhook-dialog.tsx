import { Button, Group, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { ProblemError } from '#web/api/problem.ts';
import { useMeta } from '#web/api/queries.ts';
import { FieldEditor } from '#web/fields/field-editor.tsx';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';
import { toast } from '#web/kit/toast.tsx';
import { useNarrow } from '#web/kit/use-narrow.ts';
import { useSaveOwn } from '../own/use-save-own.ts';
import { SecretText } from '../secret-text.tsx';
import { TopicEditors } from './topic-editors.tsx';
import { useMakeSecret, type Webhook, type WebhookDraft } from './use-webhooks.ts';

interface WebhookDialogProps {
  readonly object: ObjectMeta;
  readonly webhook: Webhook | undefined;
  onClose(): void;
}

/** A program: where it is, what it is told of, and on whose account; a new one is given its secret, shown this once. */
export function WebhookDialog({ object, webhook, onClose }: WebhookDialogProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const { user } = useMeta();
  const [draft, setDraft] = useState<WebhookDraft>(
    () =>
      webhook ?? {
        name: '',
        address: '',
        topics: [{ object: '', kinds: [] }],
        person: user.id,
        active: true,
      },
  );
  /** It is there, and its secret could not be made yet. */
  const [made, setMade] = useState(webhook);
  const change = (values: Partial<WebhookDraft>) => setDraft((before) => ({ ...before, ...values }));
  const save = useSaveOwn<Webhook>(object.name);
  const secret = useMakeSecret();
  const error = save.error ?? secret.error;
  const errors = error instanceof ProblemError ? error.fields : {};
  const submit = async () => {
    const { name, address, topics, person, active } = draft;
    const values = { name, address, topics, person, active };
    const kept = await save.mutateAsync({ ...(made && { id: made.id, version: made.version }), values });
    setMade(kept);
    if (webhook === undefined) await secret.mutateAsync(kept.id);
    else {
      onClose();
      toast(t('settings.saved'));
    }
  };
  const fieldOf = (name: string) => object.fields.find((field) => field.name === name) as FieldMeta;
  const complete = draft.topics.every((topic) => topic.object !== '' && topic.kinds.length > 0);
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={!secret.data}
      size="xl"
      fullScreen={narrow}
      title={webhook?.name ?? t('settings.webhooks.add')}
    >
      {secret.data ? (
        <Stack gap="md">
          <SecretText text={secret.data.secret} note={t('settings.webhooks.once')} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('settings.done')}</Button>
          </Group>
        </Stack>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit().catch(() => undefined);
          }}
        >
          <Stack gap="md">
            <TextInput
              label={fieldOf('name').label}
              value={draft.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
              error={errors.name}
              maxLength={255}
              withAsterisk
              data-autofocus
            />
            <TextInput
              label={fieldOf('address').label}
              description={t('settings.webhooks.addressHelp')}
              placeholder="https://"
              type="url"
              value={draft.address}
              onChange={(event) => change({ address: event.currentTarget.value })}
              error={errors.address}
              maxLength={2000}
              withAsterisk
            />
            <TopicEditors topics={draft.topics} errors={errors} onChange={(topics) => change({ topics })} />
            <div>
              <FieldEditor
                field={{ ...fieldOf('person'), help: t('settings.webhooks.personHelp') }}
                value={draft.person}
                onChange={(person) => change({ person })}
                error={errors.person}
                label
              />
            </div>
            <Switch
              label={fieldOf('active').label}
              checked={draft.active}
              onChange={(event) => change({ active: event.currentTarget.checked })}
            />
            <FormProblem error={error} known={errors} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('record.cancel')}
              </Button>
              <Button
                type="submit"
                color="seal"
                loading={save.isPending || secret.isPending}
                disabled={draft.name.trim() === '' || draft.address.trim() === '' || !complete}
              >
                {t('record.save')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
