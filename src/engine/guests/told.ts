import type { Reached } from '../permission/write-to-person.ts';
import type { Occasion, Row } from './occasion.ts';

/** What a guest is told. */
export interface Told {
  readonly occasion: Occasion;
  readonly guest: Row;
  readonly reached: Reached;
  readonly sequence: number;
  /** Where he answers. */
  readonly link: string;
  readonly comes: boolean;
  /** He was invited before. */
  readonly changed: boolean;
  /** He arranged it himself, and may change it where he answers. */
  readonly arranged: boolean;
}

/** The language in which a guest is told: his own, where he has said it, or that of whoever invites him. */
export function languageOf({ occasion, guest }: Pick<Told, 'occasion' | 'guest'>): 'en' | 'zh-CN' {
  const by = occasion.record[occasion.occurs.invites.by] as Row | null;
  return (guest.language ?? by?.locale) === 'en' ? 'en' : 'zh-CN';
}
