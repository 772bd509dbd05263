/** Where backups are kept: a folder on another disk, or a service. What is in it is sealed before it comes here. */
export interface BackupStore {
  /** The place in words, without secrets. */
  readonly place: string;
  /** Keeps these bytes as a whole or not at all; gives their number. */
  write(name: string, bytes: AsyncIterable<Uint8Array>): Promise<number>;
  read(name: string): AsyncIterable<Uint8Array>;
  has(name: string): Promise<boolean>;
  /** What is kept in a folder and below, in the order of names. */
  list(folder: string): Promise<readonly KeptPiece[]>;
  /** A piece that is not there is as good as removed. */
  remove(name: string): Promise<void>;
}

export interface KeptPiece {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** A bucket of a service that speaks the protocol of Amazon S3. */
export interface ObjectStorage {
  /** Of the service, `https://s3.eu-central-1.amazonaws.com`; where it begins with the bucket's name, requests go to that name. */
  readonly address: string;
  readonly bucket: string;
  /** What the names of all pieces begin with; may be empty. */
  readonly folder: string;
  readonly region: string;
  readonly keyId: string;
  readonly secretKey: string;
}

export type OpenObjectStorage = (storage: ObjectStorage) => BackupStore;

export type StoreFaultCode =
  | 'storeUnknownKey'
  | 'storeWrongSecret'
  | 'storeForbidden'
  | 'storeNoBucket'
  | 'storeClock'
  | 'storeRegion'
  | 'storeUnreachable'
  | 'storeNotPublic'
  | 'storeRefused';

/** Why a service does not keep or give what it should. `code` names a text in the locale files, `parameters` fill it. */
export class StoreFault extends Error {
  readonly code: StoreFaultCode;
  readonly parameters: Readonly<Record<string, string | number>>;

  constructor(code: StoreFaultCode, parameters: Readonly<Record<string, string | number>>) {
    super(`${code} ${JSON.stringify(parameters)}`);
    this.code = code;
    this.parameters = parameters;
  }
}
