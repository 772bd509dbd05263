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
}
