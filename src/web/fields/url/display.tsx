import type { DisplayProps } from '../field-props.ts';
import classes from '../link.module.css';
import { linkTarget, shortUrl } from './format.ts';

/** A web address that opens beside this page. */
export function UrlDisplay({ value }: DisplayProps) {
  const target = linkTarget(String(value));
  if (!target) return <span>{String(value)}</span>;
  return (
    <a
      className={classes.link}
      href={target}
      target="_blank"
      rel="noopener noreferrer"
      onClick={(event) => event.stopPropagation()}
    >
      {shortUrl(String(value))}
    </a>
  );
}
