import type { ReactNode } from 'react';
import { statusColors } from './palette.ts';
import classes from './status-badge.module.css';

export interface StatusBadgeProps {
  /** One of the kit's status colours; anything else is shown grey. */
  readonly color?: string | undefined;
  readonly children: ReactNode;
}

/** A value with a status colour: the dot carries the colour, the word carries the meaning. */
export function StatusBadge({ color, children }: StatusBadgeProps) {
  const known = (statusColors as readonly string[]).includes(color ?? '') ? color : 'grey';
  return (
    <span className={classes.badge} data-color={known}>
      <span className={classes.dot} aria-hidden />
      <span className={classes.label}>{children}</span>
    </span>
  );
}
