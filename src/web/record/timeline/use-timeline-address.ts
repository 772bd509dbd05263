import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

/** What a timeline shows, and the entry that it is opened at. */
export interface TimelineAddress {
  readonly kind: string;
  readonly at: string | undefined;
  show(kind: string): void;
}

/** Kept in the address of a record's page; in a panel beside a list the address is the list's, and forgets it. */
export function useTimelineAddress(): TimelineAddress {
  const { id } = useParams({ strict: false });
  const { show: asked = 'all', at } = useSearch({ strict: false }) as { show?: string; at?: string };
  const navigate = useNavigate();
  const [own, setOwn] = useState('all');
  if (id === undefined) return { kind: own, at: undefined, show: setOwn };
  return {
    ...{ kind: asked, at },
    show: (kind) =>
      navigate({ to: '.', search: kind === 'all' ? {} : { show: kind }, replace: true, resetScroll: false }),
  };
}
