import { useMeta, useRecord } from '#web/api/queries.ts';
import { ActionDialog } from '#web/record/actions/action-dialog.tsx';
import { usePeopleObject } from '../people/use-people.ts';

/** Gives what is somebody's to a colleague, with the preview that the action has everywhere. */
export function HandOver({ person, onClose }: { readonly person: string; onClose(): void }) {
  const people = usePeopleObject();
  const { actions } = useMeta();
  const { data } = useRecord(people?.name ?? '', person);
  const action = actions.find(({ object, previewed }) => object === people?.name && previewed);
  if (!data || !action) return null;
  return <ActionDialog action={action} record={data} onClose={onClose} />;
}
