import { IconCube } from '@tabler/icons-react';
import { iconSet } from './icon-set.ts';

/** A declared icon by its name; a plain cube when the kit does not have it. */
export function ObjectIcon({ name, size = 18 }: { name: string | undefined; size?: number }) {
  const Icon = iconSet[name ?? ''] ?? IconCube;
  return <Icon size={size} stroke={1.6} aria-hidden />;
}
