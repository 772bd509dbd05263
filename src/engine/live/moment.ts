/** What a client was told when it began to ask: who hears from then on misses nothing that happened before he listened. */
export interface Moment {
  /** What had been committed, as PostgreSQL writes a snapshot. */
  readonly snapshot: string;
  /** The model that the company's registry was put together from. */
  readonly model: string;
}

/** The header in which `GET /api/meta` tells the moment at which it was asked. */
export const momentHeader = 'x-guanxi-moment';

const snapshots = /^\d{1,20}:\d{1,20}:[\d,]{0,4000}$/;

export function isSnapshot(text: string): boolean {
  return snapshots.test(text);
}

/** One word that a client hands back as it got it. */
export function writeMoment({ snapshot, model }: Moment): string {
  return `${snapshot}~${model}`;
}

/** Undefined for what no moment was written as. */
export function readMoment(word: unknown): Moment | undefined {
  const [snapshot = '', model, ...more] = typeof word === 'string' ? word.split('~') : [];
  return model !== undefined && more.length === 0 && isSnapshot(snapshot) ? { snapshot, model } : undefined;
}
