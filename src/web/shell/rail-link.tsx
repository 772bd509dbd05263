import type { ReactNode } from 'react';
import { PlainAnchor } from '#web/kit/plain-anchor.tsx';
import classes from './rail.module.css';

interface RailLinkProps {
  readonly to: string;
  readonly icon: ReactNode;
  readonly label: string;
  readonly collapsed: boolean;
  /** The path of the page that is shown. */
  readonly shown: string;
  readonly onNavigate?: (() => void) | undefined;
}

/** One line of the rail; an icon that says what it is when the rail is collapsed. */
export function RailLink({ to, icon, label, collapsed, shown, onNavigate }: RailLinkProps) {
  const here = shown === to || (to !== '/' && shown.startsWith(`${to}/`));
  return (
    <PlainAnchor
      to={to}
      className={classes.link}
      data-active={here || undefined}
      aria-current={here ? 'page' : undefined}
      aria-label={label}
      data-hint={collapsed ? label : undefined}
      data-hint-side="right"
      onClick={onNavigate}
    >
      {icon}
      <span className={classes.label}>{label}</span>
    </PlainAnchor>
  );
}
