import classes from './expressions.module.css';
import type { Trial } from './use-trial.ts';

interface MarkedTextProps {
  readonly text: string;
  readonly span: Pick<NonNullable<Trial['fault']>, 'from' | 'to'> | undefined;
}

/** The same text behind the one that is written, unseen but for a line under what is wrong; it gives the place its height. */
export function MarkedText({ text, span }: MarkedTextProps) {
  const end = `${text}\n`;
  if (span === undefined)
    return (
      <div aria-hidden className={classes.behind}>
        {end}
      </div>
    );
  // What ends too early is wrong at its last word, as nothing stands at its end.
  const from = span.from === span.to ? Math.max(0, text.trimEnd().length - 1) : span.from;
  return (
    <div aria-hidden className={classes.behind}>
      {end.slice(0, from)}
      <span className={classes.wrong}>{end.slice(from, Math.max(span.to, from + 1))}</span>
      {end.slice(Math.max(span.to, from + 1))}
    </div>
  );
}
