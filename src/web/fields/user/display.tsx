import type { DisplayProps } from '../field-props.ts';
import { NamedTarget } from '../reference/named-target.tsx';
import classes from './display.module.css';
import { PersonAvatar } from './person-avatar.tsx';
import { usePerson } from './use-person.ts';

/** A person who works here. */
export function UserDisplay({ field, value }: DisplayProps) {
  const person = usePerson(field, value);
  if (!person) return null;
  return (
    <NamedTarget target={person}>
      {(name) =>
        name ? (
          <span className={classes.person}>
            <PersonAvatar name={name} />
            <span className={classes.name}>{name}</span>
          </span>
        ) : null
      }
    </NamedTarget>
  );
}
