import { useTranslation } from 'react-i18next';
import type { Delivery } from './use-webhooks.ts';

const known = [
  'notPublic',
  'noAnswer',
  'unreachable',
  'status',
  'off',
  'inactive',
  'notVisible',
  'conditionRefused',
  'internal',
] as const;

/** Says why something was not taken. */
export function useSayReason(): (tried: Pick<Delivery, 'reason' | 'status'>) => string {
  const { t } = useTranslation();
  return ({ reason, status }) => {
    const name = known.find((each) => each === reason);
    return name === undefined ? (reason ?? '') : t(`settings.webhooks.reasons.${name}`, { status });
  };
}
