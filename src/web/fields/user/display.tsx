import type { DisplayProps } from '../field-props.ts';
import classes from './display.module.css';
import { PersonAvatar } from './person-avatar.tsx';
import { usePersonName } from './use-person-name.ts';

/** A person who works here. */
export function UserDisplay({ field, value }: DisplayProps) {
  const name = usePersonName(field, value);
  if (!name) return null;
  return (
    <span className={classes.person}>
      <PersonAvatar name={name} />
      <span className={classes.name}>{name}</span>
    </span>
  );
}
