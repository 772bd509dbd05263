import { useObjectMeta } from '#web/api/queries.ts';
import { RecordAnchor } from '#web/kit/record-anchor.tsx';
import classes from '../link.module.css';
import type { Target } from './target.ts';
import { useRecordName } from './use-record-name.ts';

interface RecordLinkProps {
  readonly target: Target;
}

/** A record's name that leads to its page; plain text when this person may not open it. */
export function RecordLink({ target }: RecordLinkProps) {
  const object = useObjectMeta(target.object);
  const fetched = useRecordName(target.object, target.id, { enabled: target.name === undefined });
  const name = target.name ?? fetched ?? '…';
  if (!object) return <span>{target.name ?? fetched ?? ''}</span>;
  return (
    <RecordAnchor className={classes.link} object={target.object} id={target.id}>
      {name}
    </RecordAnchor>
  );
}
