import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './home.module.css';

interface PanelProps {
  readonly title: string;
  readonly count?: ReactNode;
  /** Where the title leads. */
  readonly to?: { readonly object: string; readonly view: string; readonly board?: boolean };
  readonly children: ReactNode;
}

/** A titled part of the start page. */
export function Panel({ title, count, to, children }: PanelProps) {
  return (
    <section className={classes.panel} aria-label={title}>
      <h2 className={classes.panelHead}>
        {to ? (
          <Link
            to={to.board ? '/$object/board' : '/$object'}
            params={{ object: to.object }}
            search={{ view: to.view }}
            className={classes.panelTitle}
          >
            {title}
          </Link>
        ) : (
          <span className={classes.panelTitle}>{title}</span>
        )}
        <span className={classes.panelCount}>{count}</span>
      </h2>
      {children}
    </section>
  );
}
