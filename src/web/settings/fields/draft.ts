import type { FieldMeta } from '#kernel/meta.ts';
import type { TypeSettings } from '#kernel/run-time/type-settings.ts';
import { typeSettings } from '#kernel/run-time/type-settings.ts';
import type { Definition, Draft, DraftChoice } from './definition.ts';
import { fixed } from './definition.ts';

/** What can be said about a field of a type. */
export function settingsOf(type: string | undefined): TypeSettings {
  return (typeSettings as Readonly<Record<string, TypeSettings>>)[type ?? ''] ?? {};
}

/** What is sent of a draft: a new field whole, of one that is there only what may still change. */
export function payloadOf(draft: Draft, isNew: boolean): Draft {
  const { label: _, ...given } = draft;
  const own = { ...given, ...(draft.choices && { choices: draft.choices.map(named) }) };
  if (isNew) return Object.fromEntries(Object.entries(own).filter(([, value]) => (value ?? '') !== ''));
  return Object.fromEntries(
    Object.entries(own).filter(([name]) => !(fixed as readonly string[]).includes(name)),
  );
}

/** A choice's value is its label where none was given, without what a value cannot have. */
function named(choice: DraftChoice): DraftChoice {
  const label = choice.en ?? choice.zh ?? '';
  const value =
    choice.value ??
    label
      .replace(/[^\p{L}\p{M}\p{N}_. -]+/gu, ' ')
      .trim()
      .slice(0, 60);
  return { ...choice, value };
}

/** The field as forms would draw it, in the reader's language. */
export function previewOf(draft: Draft, zh: boolean, fallback: string): FieldMeta {
  const { type = 'text', labelZh, labelEn, helpZh, helpEn, choices, target, scale, maxLength } = draft;
  const first = <Text>(one: Text, other: Text) => (zh ? (one ?? other) : (other ?? one));
  const help = first(helpZh, helpEn);
  return {
    ...{ name: draft.name ?? 'preview_c', type, label: first(labelZh, labelEn) ?? fallback },
    ...(help && { help }),
    ...{ required: draft.required === true, readOnly: false, unique: draft.unique === true },
    ...{ sortable: false, operators: [] },
    ...(choices && {
      choices: choices.map(named).map(({ value = '', color, zh: chinese, en }) => ({
        ...{ value, color },
        label: first(chinese, en) ?? value,
      })),
    }),
    ...(target && { targets: [target] }),
    scale: scale ?? settingsOf(type).scale ?? 2,
    ...(maxLength && { maxLength }),
  };
}

/** A draft to begin with: nothing yet, or what the field is now. */
export function draftOf(definition: Definition | undefined, object: string): Draft {
  if (definition === undefined) return { object, type: 'text' };
  const { id: _, version: __, ...draft } = definition;
  return draft;
}

/** The choices that a draft takes away from a field that is there. */
export function goingChoices(definition: Definition | undefined, draft: Draft): readonly DraftChoice[] {
  const kept = new Set(draft.choices?.map(({ value }) => value));
  return (definition?.choices ?? []).filter(({ value }) => !kept.has(value));
}
