import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { keys } from '#web/api/keys.ts';
import { useCreate } from '#web/api/mutations.ts';
import { ProblemError } from '#web/api/problem.ts';
import { defaultValues } from '#web/fields/default-value.ts';
import { FieldForm } from '#web/fields/field-form.tsx';
import { asRuled, withoutHidden } from '#web/fields/ruled-fields.ts';
import { useMoment } from '#web/fields/use-moment.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { typedStart } from '#web/forms/typed-values.ts';
import { useRuledValues } from '#web/forms/use-ruled-values.ts';
import { Modal } from '#web/kit/modal.tsx';
import { OutcomeLinks } from '../actions/outcome-links.tsx';
import { withPageOf } from '../page-of.ts';
import { useRecordScope } from '../record-scope.ts';
import { entryFields } from './entry-fields.ts';
import { linkValue } from './link-value.ts';

interface QuickAddDialogProps {
  readonly object: ObjectMeta;
  readonly link: FieldMeta;
  readonly id: string;
  onClose(): void;
}

/** Adds a record that points to the one at hand, with the fields that matter first. */
export function QuickAddDialog({ object, link, id, onClose }: QuickAddDialogProps) {
  const { t } = useTranslation();
  const scope = useRecordScope();
  const client = useQueryClient();
  const moment = useMoment();
  const create = useCreate(object.name);
  const all = entryFields(object, link.name);
  const { values, change, states, notices } = useRuledValues(object, () =>
    typedStart(object, defaultValues(all, moment())),
  );
  const errors = create.error instanceof ProblemError ? create.error.fields : {};
  const fields = entryFields(asRuled(withPageOf(object, values), states, errors), link.name);
  const linked = { [link.name]: linkValue(link, scope.object.name, id) };

  const submit = async () => {
    const record = await create.mutateAsync({ ...withoutHidden(values, states), ...linked });
    client.invalidateQueries({ queryKey: keys.timeline(scope.object.name, id).slice(0, 4) });
    notifications.show({
      title: <OutcomeLinks records={[{ object: object.name, id: record.id }]} />,
      message: t('record.created', { label: object.label }),
    });
    onClose();
  };

  return (
    <Modal opened onClose={onClose} title={t('record.new', { label: object.label })} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit().catch(() => {});
        }}
      >
        <Stack gap="lg">
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
            <Button variant="default" onClick={onClose}>
              {t('record.cancel')}
            </Button>
            <Button type="submit" color="seal" loading={create.isPending}>
              {t('record.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
