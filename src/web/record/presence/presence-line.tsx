import { useTranslation } from 'react-i18next';
import { PersonAvatar } from '#web/fields/user/person-avatar.tsx';
import { useLocale } from '#web/i18n/use-locale.ts';
import { useRecordScope } from '../record-scope.ts';
import classes from './presence-line.module.css';
import { usePresence } from './use-presence.ts';

/** Who else has this record open. */
export function PresenceLine() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { object, record } = useRecordScope();
  const users = usePresence(object.name, record.id);
  const names = new Intl.ListFormat(locale).format(users.slice(0, 3).map((user) => user.name));
  return (
    <span className={classes.line} role="status">
      {users.length > 0 && (
        <>
          <span className={classes.faces}>
            {users.slice(0, 3).map((user) => (
              <PersonAvatar key={user.id} name={user.name} size={18} />
            ))}
          </span>
          {users.length > 3
            ? t('record.presence.many', { names, count: users.length - 3, total: users.length })
            : t('record.presence.viewing', { names, count: users.length })}
        </>
      )}
    </span>
  );
}
