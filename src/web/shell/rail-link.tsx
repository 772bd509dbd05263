import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './rail.module.css';

interface RailLinkProps {
  readonly to: string;
  readonly icon: ReactNode;
  readonly label: string;
  readonly collapsed: boolean;
  readonly exact?: boolean;
  readonly onNavigate?: (() => void) | undefined;
}

/** One line of the rail; an icon with a tooltip when the rail is collapsed. */
export function RailLink({ to, icon, label, collapsed, exact = false, onNavigate }: RailLinkProps) {
  return (
    <Link
      data-hint={!collapsed ? undefined : label}
      data-hint-side="right"
      to={to}
      className={classes.link}
      activeOptions={{ exact, includeSearch: false }}
      activeProps={{ 'data-active': true }}
      aria-label={label}
      onClick={onNavigate}
    >
      {icon}
      <span className={classes.label}>{label}</span>
    </Link>
  );
}
