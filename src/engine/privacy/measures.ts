import type { OutgoingService } from '../operation/integrations.ts';
import type { Context } from '../records/context.ts';
import type { TellingField } from './data-uses.ts';
import { registerText } from './register-text.ts';

/** What protects the data, in words. */
export interface Measure {
  readonly name: string;
  readonly text: string;
}

/** What always holds, and what holds as the company has set the product up. */
export function measuresOf(
  { actor }: Context,
  fields: readonly TellingField[],
  services: readonly OutgoingService[],
): readonly Measure[] {
  const on = (kind: OutgoingService['kind']) => services.some((service) => service.kind === kind);
  const names = [
    ...['rights', 'audit', 'isolation', 'passwords', 'erasure'],
    ...(fields.some(({ sealed }) => sealed) ? ['sealed'] : []),
    ...(on('backups') ? ['backups'] : []),
    ...(on('signIn') ? ['signIn'] : []),
  ] as const;
  return names.map((name) => ({ name, text: registerText(actor.locale, `measure.${name}`) }));
}
