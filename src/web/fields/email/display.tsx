import type { DisplayProps } from '../field-props.ts';
import classes from '../link.module.css';

/** An address to write to. */
export function EmailDisplay({ value }: DisplayProps) {
  return (
    <a
      className={classes.link}
      href={`mailto:${encodeURI(String(value))}`}
      onClick={(event) => event.stopPropagation()}
    >
      {String(value)}
    </a>
  );
}
