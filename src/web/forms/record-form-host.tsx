import { Suspense } from 'react';
import { lazyView } from '#web/kit/lazy-view.ts';
import { useStore } from '#web/kit/store.ts';
import { recordForm } from './record-form-store.ts';

const RecordFormDialog = lazyView(() => import('./record-form-dialog.tsx'), 'RecordFormDialog');

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
