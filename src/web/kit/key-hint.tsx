import classes from './key-hint.module.css';

/** The keys that do the same, shown small beside a command. */
export function KeyHint({ keys }: { keys: readonly string[] }) {
  return (
    <span className={classes.hint} aria-hidden>
      {keys.map((key) => (
        <kbd key={key} className={classes.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
