import type { ReactNode } from 'react';
import classes from './settings.module.css';

interface SectionProps {
  readonly title: string;
  readonly text?: string;
  /** A button at the right of the title. */
  readonly aside?: ReactNode;
  /** A table goes to the edges. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A titled part of the settings. */
export function Section({ title, text, aside, flush, children }: SectionProps) {
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.sectionHead}>
        <h2 className={classes.sectionTitle}>{title}</h2>
        {aside}
      </div>
      {text && <p className={classes.sectionText}>{text}</p>}
      {flush ? children : <div className={classes.body}>{children}</div>}
    </section>
  );
}

/** One setting: its name at the left, its control at the right. */
export function Setting({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.setting}>
      <span className={classes.settingLabel}>{label}</span>
      {children}
    </div>
  );
}
