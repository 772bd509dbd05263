import type { ComponentProps } from 'react';
import { PlainAnchor } from './plain-anchor.tsx';

interface RecordAnchorProps extends ComponentProps<'a'> {
  readonly object: string;
  readonly id: string;
}

/** A link to a record's page. */
export function RecordAnchor({ object, id, ...props }: RecordAnchorProps) {
  return <PlainAnchor {...props} to={`/${object}/${id}`} />;
}
