import { Button } from '@mantine/core';
import { IconMask } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { useMeta } from '#web/api/queries.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import classes from './acting-banner.module.css';

/** Says all the time that an administrator acts as somebody else, and ends it. */
export function ActingBanner() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { user } = useMeta();
  const end = useMutation({
    mutationFn: () => api.delete('impersonation'),
    onSuccess: () => window.location.assign('/settings?part=people'),
    onError: toastProblem,
  });
  if (!user.impersonator) return null;
  const { name: by, until } = user.impersonator;
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: user.timeZone });
  return (
    <div className={classes.banner} role="status">
      <IconMask size={16} aria-hidden />
      <span className={classes.words}>
        {t('acting.banner', { by, name: user.name, until: time.format(new Date(until)) })}
      </span>
      <Button size="compact-xs" variant="default" loading={end.isPending} onClick={() => end.mutate()}>
        {t('acting.end')}
      </Button>
    </div>
  );
}
