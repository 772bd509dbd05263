import { DistantFailure } from '#kernel/port/distant-calendar.ts';

/** Where another address leads that a server names: the password is shown to machines of the same owner only. */
export function within(from: string, href: string): string {
  const [before, next] = [new URL(from), new URL(href, from)];
  const owner = ({ hostname }: URL) => hostname.split('.').slice(-2).join('.');
  if (before.host !== next.host && owner(before) !== owner(next))
    throw new DistantFailure('calendarRefused', next.host);
  return next.href;
}
