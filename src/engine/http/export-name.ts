import { dayIn } from '#kernel/expression/zone.ts';
import { objectNamed } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { encodedName } from './file-name-header.ts';
import { labelsOf } from './labels.ts';

/** The header that names an exported file: what it holds, of which day, and who made it. */
export function attachment(context: Context, object: string, format: string): string {
  const { actor, registry, now } = context;
  const what = labelsOf(registry, actor.locale).object(objectNamed(registry, object), 'plural');
  const { name } = actor.impersonator ?? actor;
  const words = `${what} ${dayIn(now, actor.timeZone)} ${name}`.replaceAll(/[\p{Cc}/\\:*?"<>|]/gu, ' ');
  return `attachment; filename="${object}.${format}"; ${encodedName(`${words}.${format}`)}`;
}
