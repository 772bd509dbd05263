import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { api } from '#web/api/client.ts';
import { withTexts } from '#web/i18n/with-texts.ts';
import { lazyView } from '#web/kit/lazy-view.ts';
import { Alarms } from './alarms.tsx';
import { LeavingPeople } from './leaving-people.tsx';
import { SafeguardsForm } from './safeguards-form.tsx';
import type { SafeguardsJson } from './safeguards-json.ts';

const AllViewLinks = lazyView(() => withTexts(import('./all-view-links.tsx'), 'viewLinks'), 'AllViewLinks');

export const safeguardsKey = ['safeguards', 'set'] as const;

/** How the company protects its records against being carried off, who leaves, and what has caught the eye. */
export function Safeguards() {
  const { data } = useQuery({
    queryKey: safeguardsKey,
    queryFn: ({ signal }) => api.get<SafeguardsJson>('safeguards', { signal }),
  });
  return (
    <>
      <LeavingPeople />
      <Alarms />
      <Suspense fallback={null}>
        <AllViewLinks />
      </Suspense>
      {data && <SafeguardsForm key={JSON.stringify(data)} safeguards={data} />}
    </>
  );
}
