import { defaultRateLimits, type RateLimits } from './rate-limits.ts';

/** The limits that the environment sets: `GUANXI_RATE_LIMIT` and `GUANXI_STRANGER_RATE_LIMIT`, requests a minute. */
export function ratesFrom(environment: Readonly<Record<string, string | undefined>>): RateLimits {
  const read = (name: string, usual: number) => {
    const text = environment[name];
    if (text === undefined || text === '') return usual;
    if (!/^\d{1,9}$/.test(text))
      throw new Error(`${name} must be a number of requests a minute, 0 for no limit.`);
    return Number(text);
  };
  return {
    caller: read('GUANXI_RATE_LIMIT', defaultRateLimits.caller),
    stranger: read('GUANXI_STRANGER_RATE_LIMIT', defaultRateLimits.stranger),
  };
}
