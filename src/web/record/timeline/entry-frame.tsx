import type { Icon as IconType } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './change-entry.module.css';
import { EntryTime } from './entry-time.tsx';

interface EntryFrameProps {
  readonly icon: IconType;
  readonly at: string;
  /** What happened, in a line. */
  readonly sentence: ReactNode;
  readonly children?: ReactNode;
}

/** One entry of a timeline: its sign, its sentence, its time, and what there is to add below. */
export function EntryFrame({ icon: Icon, at, sentence, children }: EntryFrameProps) {
  return (
    <li className={classes.entry}>
      <span className={classes.icon}>
        <Icon size={13} aria-hidden />
      </span>
      <div className={classes.body}>
        <div className={classes.line}>
          <span className={classes.sentence}>{sentence}</span>
          <EntryTime at={at} />
        </div>
        {children}
      </div>
    </li>
  );
}
