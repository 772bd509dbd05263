import type { ChoiceMeta } from '#kernel/meta.ts';
import type { PersonalKind } from '#kernel/personal.ts';

/** A field that the company has added, as its record says. */
export interface Definition {
  readonly id: string;
  readonly version: number;
  readonly object: string;
  readonly type: string;
  readonly name: string;
  readonly label: string;
  readonly labelZh: string | null;
  readonly labelEn: string | null;
  readonly helpZh: string | null;
  readonly helpEn: string | null;
  readonly required: boolean | null;
  readonly requiredWhen: Readonly<Record<string, unknown>> | null;
  readonly unique: boolean | null;
  readonly searchable: boolean | null;
  readonly sealed: boolean | null;
  readonly personal: PersonalKind | null;
  readonly default: unknown;
  readonly choices: readonly DraftChoice[] | null;
  readonly target: string | null;
  readonly acyclic: boolean | null;
  readonly format: string | null;
  readonly scale: number | null;
  readonly maxLength: number | null;
  readonly rollup: Rollup | null;
  readonly expression: string | null;
  readonly section: string | null;
  readonly position: number | null;
}

/** A choice's value as it is written down; without a value one is made from its label. */
export interface DraftChoice extends Pick<ChoiceMeta, 'color'> {
  readonly value?: string;
  readonly zh?: string;
  readonly en?: string;
  readonly names?: readonly string[];
}

export interface Rollup {
  readonly object: string;
  readonly by: string;
  readonly measure: 'count' | 'sum' | 'min' | 'max' | 'avg';
  readonly field?: string;
  readonly where?: unknown;
}

/** What is being written down of a field. */
export type Draft = Partial<Omit<Definition, 'id' | 'version'>>;

/** What cannot be chosen any more once a field is there. */
export const fixed = [
  'object',
  'type',
  'name',
  'label',
  'target',
  'acyclic',
  'format',
  'scale',
  'searchable',
  'sealed',
] as const;
