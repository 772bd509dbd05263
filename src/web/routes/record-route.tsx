import { useParams } from '@tanstack/react-router';
import { RecordPage } from '#web/record/record-page.tsx';

/** A record's page, fresh for every record. */
export function RecordRoute() {
  const { object, id } = useParams({ from: '/app/$object/$id' });
  return <RecordPage key={`${object}/${id}`} object={object} id={id} />;
}
