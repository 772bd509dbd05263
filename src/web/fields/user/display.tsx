import { useObjectMeta } from '#web/api/queries.ts';
import type { DisplayProps } from '../field-props.ts';
import { asTarget, targetObject } from '../reference/target.ts';
import { useRecordName } from '../reference/use-record-name.ts';
import classes from './display.module.css';
import { PersonAvatar } from './person-avatar.tsx';

/** A person who works here. */
export function UserDisplay({ field, value }: DisplayProps) {
  const object = targetObject(field);
  const target = asTarget(object, value, useObjectMeta(object)?.nameField);
  const fetched = useRecordName(object, target?.id, { enabled: target?.name === undefined });
  const name = target?.name ?? fetched;
  if (!name) return null;
  return (
    <span className={classes.person}>
      <PersonAvatar name={name} />
      <span className={classes.name}>{name}</span>
    </span>
  );
}
