import type { Automation } from '../automation.ts';
import type { NotificationKind } from '../notification.ts';
import type { ObjectDeclaration } from '../object.ts';
import type { ObjectName } from '../object-name.ts';
import { ownable } from './ownable.ts';

/** A record has been handed to somebody. */
export const handedOver: NotificationKind = {
  name: 'ownable.handedOver',
  channels: ['push'],
  gathers: true,
};

/** Tells the new owner of a record that it is his now, whatever the object. */
export function tellsNewOwner(object: ObjectDeclaration): readonly Automation[] {
  if (!object.traits.some(({ name }) => name === ownable.name)) return [];
  return [
    {
      name: handedOver.name,
      object: object.name as ObjectName,
      when: { on: 'updated', fields: ['owner'] },
      steps: [{ do: 'notify', kind: handedOver.name, to: '$record.owner' }],
    },
  ];
}
