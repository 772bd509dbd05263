import { useObjectMeta } from '#web/api/queries.ts';
import { RecordAnchor } from '#web/kit/record-anchor.tsx';
import classes from '../link.module.css';
import { NamedTarget } from './named-target.tsx';
import type { Target } from './target.ts';

interface RecordLinkProps {
  readonly target: Target;
}

/** A record's name that leads to its page; plain text when this person may not open it. */
export function RecordLink({ target }: RecordLinkProps) {
  const object = useObjectMeta(target.object);
  return (
    <NamedTarget target={target}>
      {(name) =>
        object ? (
          <RecordAnchor className={classes.link} object={target.object} id={target.id}>
            {name ?? '…'}
          </RecordAnchor>
        ) : (
          <span>{name}</span>
        )
      }
    </NamedTarget>
  );
}
