import { Group } from '@mantine/core';
import { RecordLink } from '#web/fields/reference/record-link.tsx';
import type { Target } from '#web/fields/reference/target.ts';

/** Links to the records that an action made or changed. */
export function OutcomeLinks({ records }: { records: readonly Target[] }) {
  return (
    <Group gap="sm">
      {records.slice(0, 6).map((record) => (
        <RecordLink key={record.id} target={record} />
      ))}
    </Group>
  );
}
