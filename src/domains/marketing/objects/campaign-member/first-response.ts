import type { Derive } from '#kernel/object.ts';
import { responses } from './member-status.ts';

/** When somebody first responded: kept when he declines later, empty again when he had not responded at all. */
export const firstResponse: Derive = ({ status, respondedAt }, changed, { now }) => {
  if (!changed.has('status') || status === 'declined') return {};
  const responding = (responses as readonly unknown[]).includes(status);
  return { respondedAt: responding ? (respondedAt ?? now) : null };
};
