import type { TFunction } from 'i18next';

/** A period as people say it: “this quarter”, “the last 14 days”. */
export function periodText(period: string, t: TFunction): string {
  const { side, count } = daysOf(period) ?? {};
  return side
    ? t(`period.${side}Count`, { count: Number(count) })
    : t(`period.${period}`, { defaultValue: period });
}

/** How many days before or after today a period counts, where it counts days. */
export function daysOf(
  period: unknown,
): { readonly side: 'last' | 'next'; readonly count: number } | undefined {
  const [, side, count] = /^(last|next)(\d{1,4})Days$/.exec(String(period)) ?? [];
  return side === 'last' || side === 'next' ? { side, count: Number(count) } : undefined;
}
