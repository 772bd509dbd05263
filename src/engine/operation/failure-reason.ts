import { StoreFault } from '#kernel/port/backup-store.ts';
import { type Locale, problemText } from '../http/texts.ts';

/** Why something for the installation failed, as far as it can be said. */
export function failureReason(error: unknown, locale: Locale = 'en'): string {
  if (error instanceof StoreFault) return problemText(locale, error.code, error.parameters);
  const { message, code } = error as { message?: string; code?: string };
  return (message || code || String(error)).slice(0, 2000);
}
