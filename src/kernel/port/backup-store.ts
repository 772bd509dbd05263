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
