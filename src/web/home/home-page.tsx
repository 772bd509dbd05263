import { Navigate } from '@tanstack/react-router';
import { useMeta } from '#web/api/queries.ts';

/** Leads to the first object of the rail. */
export function HomePage() {
  const first = useMeta().navigation.flatMap(({ objects }) => objects)[0];
  return first === undefined ? null : <Navigate to="/$object" params={{ object: first }} replace />;
}
