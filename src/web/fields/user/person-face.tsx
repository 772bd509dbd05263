import type { FieldMeta } from '#kernel/meta.ts';
import { NamedTarget } from '../reference/named-target.tsx';
import { PersonAvatar } from './person-avatar.tsx';
import { usePerson } from './use-person.ts';

/** A person's picture alone, where there is no room for the name: it is under the pointer and read aloud. */
export function PersonFace({ field, value }: { field: FieldMeta; value: unknown }) {
  const person = usePerson(field, value);
  if (!person) return null;
  return (
    <NamedTarget target={person}>
      {(name) =>
        name ? (
          <span data-hint={`${field.label} · ${name}`}>
            <PersonAvatar name={name} />
            <span className="spoken">{name}</span>
          </span>
        ) : null
      }
    </NamedTarget>
  );
}
