import { Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { RecordLink } from '#web/fields/reference/record-link.tsx';

/** Says that a record was made, with the way to it. */
export function toastCreated(object: ObjectMeta, { id, ...values }: RecordJson): void {
  const name = String(values[object.nameField] ?? object.label);
  notifications.show({
    color: 'green',
    message: (
      <Group gap="xs">
        {i18next.t('form.created', { label: object.label })}
        <RecordLink target={{ object: object.name, id, name }} />
      </Group>
    ),
  });
}
