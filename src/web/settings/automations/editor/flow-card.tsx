import type { ReactNode } from 'react';
import classes from './flow.module.css';

interface FlowCardProps {
  /** When, if, or the number of a step. */
  readonly mark: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of the flow that is always there. */
export function FlowCard({ mark, title, children }: FlowCardProps) {
  return (
    <section className={classes.card} aria-label={`${mark} ${title}`}>
      <header className={classes.cardHead}>
        <span className={classes.mark}>{mark}</span>
        <h3>{title}</h3>
      </header>
      <div className={classes.cardBody}>{children}</div>
    </section>
  );
}
