import { VisuallyHidden } from '@mantine/core';
import type { FieldMeta } from '#kernel/meta.ts';
import { PersonAvatar } from './person-avatar.tsx';
import { usePersonName } from './use-person-name.ts';

/** A person's picture alone, where there is no room for the name: it is under the pointer and read aloud. */
export function PersonFace({ field, value }: { field: FieldMeta; value: unknown }) {
  const name = usePersonName(field, value);
  if (!name) return null;
  return (
    <span data-hint={`${field.label} · ${name}`}>
      <PersonAvatar name={name} />
      <VisuallyHidden>{name}</VisuallyHidden>
    </span>
  );
}
