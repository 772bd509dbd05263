/** What a company adds by itself: the part of the settings, and of the API, that looks after it. */
export type OwnKind = 'fields' | 'objects';

/** A definition as far as any kind of it is alike. */
export interface OwnDefinition {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly labelZh: string | null;
  readonly labelEn: string | null;
}
