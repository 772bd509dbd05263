import { useTranslation } from 'react-i18next';
import type { Consequence } from '#web/api/mutations.ts';
import { useMeta } from '#web/api/queries.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import classes from './action-preview.module.css';

/** How many records of each kind something would write, the most first. */
export function ConsequenceLines({ consequences }: { readonly consequences: readonly Consequence[] }) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const locale = useLocale();
  const lines = consequences.toSorted((one, other) => other.count - one.count);
  return (
    <ul className={classes.lines}>
      {lines.map(({ object: name, kind, count }) => {
        const object = objects.find((one) => one.name === name);
        return (
          <li key={`${kind} ${name}`} className={classes.line}>
            <ObjectIcon name={object?.icon} size={15} />
            <span className={classes.label}>{object?.plural ?? name}</span>
            {kind !== 'update' && <span className={classes.kind}>{t(`record.preview.${kind}`)}</span>}
            <span className={classes.count}>{count.toLocaleString(locale)}</span>
          </li>
        );
      })}
    </ul>
  );
}
