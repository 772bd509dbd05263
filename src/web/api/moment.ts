const momentHeader = 'x-guanxi-moment';

let heard: string | undefined;

/** The moment at which the server last told what this client knows of the product, which is the first thing asked. */
export function heardMoment(): string | undefined {
  return heard;
}

/** Looks whether an answer tells the moment. */
export function hearOfMoment({ headers }: Response): void {
  heard = headers.get(momentHeader) ?? heard;
}
