import type { ObjectModel } from '../registry.ts';
import type { RuleDefinition } from './rule.ts';

/** What a rule says to who breaks it, and where. */
export function saidOf(object: ObjectModel, { name, messageZh, messageEn, field }: RuleDefinition) {
  return {
    ...{ name: name ?? '', field: object.fields.has(field ?? '') ? (field ?? '') : '' },
    ...{ zh: messageZh ?? messageEn ?? name ?? '', en: messageEn ?? messageZh ?? name ?? '' },
  };
}
