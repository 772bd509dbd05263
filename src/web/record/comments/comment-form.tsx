import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { keys } from '#web/api/keys.ts';
import { useCreate, useUpdate } from '#web/api/mutations.ts';
import { ProblemError } from '#web/api/problem.ts';
import type { RecordJson } from '#web/api/record.ts';
import type { Target } from '#web/fields/reference/target.ts';
import { RichTextEditor } from '#web/fields/rich-text/editor.tsx';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { useRecordScope } from '../record-scope.ts';
import { MentionPicker } from './mention-picker.tsx';
import { UnseenBy } from './unseen-by.tsx';

interface CommentFormProps {
  readonly object: ObjectMeta;
  /** The record that it is about. */
  readonly about: Target | null;
  readonly answering?: string;
  readonly changing?: RecordJson;
  onClose(): void;
}

/** Says something about a record; people are named by typing @. Ctrl or ⌘ with Enter sends it, Esc closes. */
export function CommentForm({ object, about, answering, changing, onClose }: CommentFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const scope = useRecordScope();
  const create = useCreate(object.name);
  const update = useUpdate(object.name);
  const [body, setBody] = useState<unknown>(changing?.body ?? null);
  const sending = changing ? update : create;
  const errors = sending.error instanceof ProblemError ? sending.error.fields : {};
  const declared = object.fields.find(({ name }) => name === 'body') as FieldMeta;

  const submit = async () => {
    if (changing) await update.mutateAsync({ id: changing.id, version: changing.version, values: { body } });
    else if (answering) await create.mutateAsync({ body, thread: answering });
    else await create.mutateAsync({ body, regarding: about && { object: about.object, id: about.id } });
    client.invalidateQueries({ queryKey: keys.timeline(scope.object.name, scope.record.id) });
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // The editor would break the line.
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.closest('form')?.requestSubmit();
  };

  return (
    <form
      onKeyDownCapture={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending.isPending) submit().catch(() => {});
      }}
    >
      <Stack gap="xs" mt={6}>
        <RichTextEditor
          field={answering ? { ...declared, label: t('record.comments.answer') } : declared}
          value={body}
          onChange={setBody}
          error={errors.body}
          autoFocus
        >
          {(editor) => <MentionPicker editor={editor} />}
        </RichTextEditor>
        {about && <UnseenBy about={about} body={body} />}
        <FormProblem error={sending.error} known={{ body: true }} />
        <Group justify="flex-end" gap="sm">
          <Text size="xs" c="dimmed" visibleFrom="sm" mr="auto">
            {t('record.comments.hint')}
          </Text>
          <Button variant="default" onClick={onClose}>
            {t('record.cancel')}
          </Button>
          <Button type="submit" loading={sending.isPending} disabled={body === null}>
            {t(changing ? 'record.save' : answering ? 'record.comments.answer' : 'record.comments.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
