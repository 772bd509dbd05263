import { dayIn } from '#kernel/expression/zone.ts';
import { objectNamed } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { labelsOf } from './labels.ts';

/** The header that names an exported file: what it holds, of which day, and who made it. */
export function attachment(context: Context, object: string, format: string): string {
  const { actor, registry, now } = context;
  const what = labelsOf(registry, actor.locale).object(objectNamed(registry, object), 'plural');
  const { name } = actor.impersonator ?? actor;
  const words = `${what} ${dayIn(now, actor.timeZone)} ${name}`.replaceAll(/[\p{Cc}/\\:*?"<>|]/gu, ' ');
  const encoded = encodeURIComponent(`${words.toWellFormed()}.${format}`).replaceAll(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${object}.${format}"; filename*=UTF-8''${encoded}`;
}
