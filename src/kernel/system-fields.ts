import type { Field } from './field/field.ts';

const stamp = { required: false, readOnly: true, timeline: false } as const;

/** What the engine itself writes on every record of an object. */
export function systemFields(object: string): readonly (readonly [string, Field])[] {
  return [
    ['id', { type: 'reference', target: object, ...stamp, required: true }],
    ['version', { type: 'integer', ...stamp, required: true }],
    ['createdAt', { type: 'dateTime', ...stamp, required: true }],
    ['createdBy', { type: 'user', ...stamp }],
    ['updatedAt', { type: 'dateTime', ...stamp, required: true }],
    ['updatedBy', { type: 'user', ...stamp }],
  ];
}

/** What these fields are called. */
export const systemNames: readonly string[] = systemFields('').map(([name]) => name);
