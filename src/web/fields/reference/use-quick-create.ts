import { notifications } from '@mantine/notifications';
import { useCreate } from '#web/api/mutations.ts';
import { ProblemError } from '#web/api/problem.ts';
import { useObjectMeta } from '#web/api/queries.ts';
import { peopleObject } from './target.ts';
import type { RecordOption } from './use-record-options.ts';

/** Makes a new record from nothing but its name, where a name is enough; people need to be invited. */
export function useQuickCreate(object: string) {
  const meta = useObjectMeta(object);
  const create = useCreate(object);
  const name = meta?.fields.find((field) => field.name === meta.nameField);
  const others = meta?.fields.some(
    (field) => field.required && !field.readOnly && field !== name && (field.default ?? null) === null,
  );
  const possible = Boolean(
    object !== peopleObject && meta?.can.create && name && !name.readOnly && !others && !name.result,
  );
  return {
    possible,
    label: meta?.label ?? '',
    async create(text: string): Promise<RecordOption | null> {
      try {
        const record = await create.mutateAsync({ [meta?.nameField ?? 'name']: text });
        return { object, id: record.id, name: text };
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        notifications.show({ color: 'red', message: error.message });
        return null;
      }
    },
  };
}
