import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { keys } from '#web/api/keys.ts';
import { useCreate } from '#web/api/mutations.ts';
import { ProblemError } from '#web/api/problem.ts';
import { defaultValues } from '#web/fields/default-value.ts';
import { FieldForm } from '#web/fields/field-form.tsx';
import type { Target } from '#web/fields/reference/target.ts';
import { asRuled, withoutHidden } from '#web/fields/ruled-fields.ts';
import { useMoment } from '#web/fields/use-moment.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { useRuledValues } from '#web/forms/use-ruled-values.ts';
import { entryFields } from '../related/entry-fields.ts';
import { linkValue } from '../related/link-value.ts';
import classes from './composer-form.module.css';

interface ComposerFormProps {
  readonly object: ObjectMeta;
  readonly link: FieldMeta;
  readonly target: Target;
  onClose(): void;
}

/** The inputs of one kind of activity. Ctrl or ⌘ with Enter saves, Esc closes. */
export function ComposerForm({ object, link, target, onClose }: ComposerFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const moment = useMoment();
  const create = useCreate(object.name);
  const { values, change, states, notices } = useRuledValues(object, () =>
    defaultValues(entryFields(object, link.name), moment()),
  );
  const errors = create.error instanceof ProblemError ? create.error.fields : {};
  const fields = entryFields(asRuled(object, states, errors), link.name);
  const linked = { [link.name]: linkValue(link, target.object, target.id) };

  const submit = async () => {
    await create.mutateAsync({ ...withoutHidden(values, states), ...linked });
    client.invalidateQueries({ queryKey: keys.timeline(target.object, target.id) });
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
      event.currentTarget.closest('form')?.requestSubmit();
  };

  return (
    <form
      className={classes.form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (!create.isPending) submit().catch(() => {});
      }}
    >
      <Stack gap="md">
        <FieldForm
          fields={fields}
          values={values}
          onChange={change}
          errors={{ ...errors, ...notices }}
          record={linked}
          autoFocus
        />
        <FormProblem
          error={create.error}
          known={Object.fromEntries(fields.map(({ name }) => [name, true]))}
        />
        <Group justify="flex-end" gap="sm">
          <Text size="xs" c="dimmed" visibleFrom="sm">
            {t('record.submitHint')}
          </Text>
          <Button variant="default" onClick={onClose}>
            {t('record.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t('record.saveActivity', { label: object.label })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
