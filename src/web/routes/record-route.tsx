import { useParams } from '@tanstack/react-router';
import { useRecordName } from '#web/fields/reference/use-record-name.ts';
import { useRememberRecent } from '#web/palette/recents.ts';
import { RecordPage } from '#web/record/record-page.tsx';

/** A record's page, fresh for every record. */
export function RecordRoute() {
  const { object, id } = useParams({ from: '/app/$object/$id' });
  useRememberRecent(object, id, useRecordName(object, id));
  return <RecordPage key={`${object}/${id}`} object={object} id={id} />;
}
