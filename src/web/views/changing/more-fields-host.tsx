import { Suspense } from 'react';
import { lazyView } from '#web/kit/lazy-view.ts';
import { useStore } from '#web/kit/store.ts';
import { moreFields } from './more-fields-store.ts';

const MoreFieldsDialog = lazyView(() => import('./more-fields-dialog.tsx'), 'MoreFieldsDialog');

/** Asks for the fields that a change needs besides, when it does. */
export function MoreFieldsHost() {
  const request = useStore(moreFields.open);
  return request ? (
    <Suspense fallback={null}>
      <MoreFieldsDialog key={request.record.id} request={request} />
    </Suspense>
  ) : null;
}
