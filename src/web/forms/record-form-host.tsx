import { lazy, Suspense } from 'react';
import { useStore } from '#web/kit/store.ts';
import { recordForm } from './record-form-store.ts';

const RecordFormDialog = lazy(() =>
  import('./record-form-dialog.tsx').then(({ RecordFormDialog }) => ({ default: RecordFormDialog })),
);

/** Shows the form that was asked for; its code is loaded with the first one. */
export function RecordFormHost() {
  const request = useStore(recordForm);
  if (!request) return null;
  return (
    <Suspense fallback={null}>
      <RecordFormDialog key={request.object} request={request} onClose={() => recordForm.set(undefined)} />
    </Suspense>
  );
}
