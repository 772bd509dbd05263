import { Stack } from '@mantine/core';
import { useMeta } from '#web/api/queries.ts';
import { useRecordScope } from '../record-scope.ts';
import { RelatedList } from './related-list.tsx';
import { useRelated } from './use-related.ts';

/** Everything that points to this record, a few rows of each kind. */
export function RelatedLists() {
  const meta = useMeta();
  const { record } = useRecordScope();
  return (
    <Stack gap="lg">
      {useRelated().map((related) => {
        const object = meta.objects.find(({ name }) => name === related.object);
        const link = object?.fields.find(({ name }) => name === related.field);
        return object && link ? (
          <RelatedList
            key={`${related.object}.${related.field}`}
            object={object}
            link={link}
            label={related.label}
            id={record.id}
          />
        ) : null;
      })}
    </Stack>
  );
}
