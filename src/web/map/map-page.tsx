import { useParams } from '@tanstack/react-router';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta, useObjectMeta } from '#web/api/queries.ts';
import { NotFoundPage } from '#web/shell/not-found-page.tsx';
import { placePaths } from '#web/views/place-paths.ts';
import { useViewState } from '#web/views/use-view-state.ts';
import { RecordMap } from './record-map.tsx';

/** The records of one object on a map. */
export function MapPage() {
  const { object: name = '' } = useParams({ strict: false });
  const object = useObjectMeta(name);
  return object ? <MapOf key={name} object={object} /> : <NotFoundPage />;
}

function MapOf({ object }: { object: ObjectMeta }) {
  const meta = useMeta();
  const state = useViewState(object, 'map');
  const places = placePaths(meta, object);
  const place = places.find(({ path }) => path === state.search.group) ?? places[0];
  return place ? <RecordMap object={object} state={state} place={place} places={places} /> : <NotFoundPage />;
}
