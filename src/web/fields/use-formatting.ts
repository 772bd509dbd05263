import { useMemo } from 'react';
import type { Formatting } from '#kernel/writing/formatting.ts';
import { useMeta } from '#web/api/queries.ts';
import { useLocale } from '#web/i18n/use-locale.ts';

/** How this user reads values: the same object until something of it changes. */
export function useFormatting(): Formatting {
  const { user, workspace } = useMeta();
  const locale = useLocale();
  const { currency, currencies } = workspace;
  const { timeZone } = user;
  return useMemo(
    () => ({ locale, timeZone, currency, currencies }),
    [locale, timeZone, currency, currencies],
  );
}
