import type { ReactNode } from 'react';
import type { Target } from './target.ts';
import { useRecordName } from './use-record-name.ts';

interface NamedTargetProps {
  readonly target: Target;
  /** Draws it by its name, once that is known. */
  readonly children: (name: string | undefined) => ReactNode;
}

/** A record by its name, which is fetched when only its id is known: most come with it, and those follow no request. */
export function NamedTarget({ target, children }: NamedTargetProps) {
  return target.name === undefined ? (
    <FetchedTarget target={target}>{children}</FetchedTarget>
  ) : (
    children(target.name)
  );
}

function FetchedTarget({ target, children }: NamedTargetProps) {
  return children(useRecordName(target.object, target.id));
}
