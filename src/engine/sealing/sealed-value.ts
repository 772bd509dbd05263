/**
 * A sealed value as it stands in a record, in the log and wherever else values go: `sealed:KEY:BODY:MAC`, with the id of
 * the key that opens it. On its way to the table it carries two things more, each of which lies apart: what it is found
 * by, and its key under the workspace's.
 */
export interface SealedValue {
  readonly keyId: string;
  readonly body: string;
  readonly mac: string;
  /** What equal values have in common. */
  readonly form?: string | undefined;
  /** The value's own key, wrapped; with a fresh value only. */
  readonly key?: string | undefined;
}

const shape = /^sealed:([0-9a-f-]{36}):([\w-]{38,}):([\w-]{22})(?::([\w-]*))?(?::([\w-]+))?$/;

export function readSealedValue(value: unknown): SealedValue | undefined {
  const [, keyId, body, mac, form, key] = (typeof value === 'string' && shape.exec(value)) || [];
  if (keyId === undefined || body === undefined || mac === undefined) return undefined;
  return { keyId, body, mac, form: form || undefined, key };
}

export function sealedText({ keyId, body, mac, form = '', key }: SealedValue): string {
  return `${keptText({ keyId, body, mac })}:${form}${key === undefined ? '' : `:${key}`}`;
}

/** As it is kept. */
export function keptText({ keyId, body, mac }: Pick<SealedValue, 'keyId' | 'body' | 'mac'>): string {
  return `sealed:${keyId}:${body}:${mac}`;
}

/** A value as it may be kept anywhere: of a sealed one neither what it is found by nor its key. */
export function asKept(value: unknown): unknown {
  const sealed = readSealedValue(value);
  return sealed === undefined ? value : keptText(sealed);
}

/** Whether two sealed values are the same, under whichever keys; false when either is none. */
export function sameSealed(left: unknown, right: unknown): boolean {
  const [one, other] = [readSealedValue(left), readSealedValue(right)];
  if (one === undefined || other === undefined) return false;
  return one.keyId === other.keyId || (one.form !== undefined && one.form === other.form);
}
