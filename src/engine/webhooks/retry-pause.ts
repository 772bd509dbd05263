/** Seconds between two tries, which grow over three days. */
const pauses = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];

/** Tries before a delivery has failed. */
export const mostAttempts = pauses.length + 1;

/** Seconds to wait after so many tries, a fifth more or less, so that what failed together does not come back together. */
export function retryPause(attempts: number, random: number = Math.random()): number {
  const pause = pauses[Math.min(attempts, pauses.length) - 1] ?? 0;
  return Math.round(pause * (0.8 + 0.4 * random));
}
