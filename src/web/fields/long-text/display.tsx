import type { DisplayProps } from '../field-props.ts';
import classes from './display.module.css';

/** Text with its line breaks; in a table, its beginning. */
export function LongTextDisplay({ value, dense }: DisplayProps) {
  const text = String(value);
  return dense ? (
    <span>{text.slice(0, 200).replace(/\s+/g, ' ')}</span>
  ) : (
    <span className={classes.text}>{text}</span>
  );
}
