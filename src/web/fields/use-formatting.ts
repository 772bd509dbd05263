import { useMemo } from 'react';
import { useMeta } from '#web/api/queries.ts';
import { useLocale } from '#web/i18n/use-locale.ts';

/** What decides how a value is written: the language on screen, the user's clock, the workspace's money. */
export interface Formatting {
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly currencies: readonly string[];
}

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
