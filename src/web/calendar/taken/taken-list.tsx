import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { spanInWords } from './span-in-words.ts';
import classes from './taken.module.css';
import type { Foreseen } from './taken-then.ts';

/** Who is taken up, and when, and who does not work then. */
export function TakenList({ taken, off }: Pick<Foreseen, 'taken' | 'off'>) {
  const { t } = useTranslation();
  const { user } = useMeta();
  const { locale, timeZone } = useFormatting();
  return (
    <ul className={classes.list}>
      {taken.map(({ id, name, busy, times }) => {
        const when = new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(
          busy.map((span) => spanInWords(span, locale, timeZone)),
        );
        const what = t(id === user.id ? 'taken.busyYou' : 'taken.busy', { name, when });
        return <li key={id}>{times > 1 ? t('taken.of', { what, number: times }) : what}</li>;
      })}
      {off.map(({ id, name }) => (
        <li key={`off ${id}`}>{t(id === user.id ? 'taken.offYou' : 'taken.off', { name })}</li>
      ))}
    </ul>
  );
}
