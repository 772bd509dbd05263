/** Where the contents of files are kept, apart from what records say about them: a folder, or a service. */
export interface FileStore {
  /**
   * Takes a file's bytes in, and keeps what `kept` makes of them. Nothing is kept before `settle`; whatever goes wrong,
   * nothing is left over.
   */
  receive(bytes: AsyncIterable<Uint8Array>, kept?: Rewriting): Promise<ReceivedFile>;
  read(place: FilePlace): AsyncIterable<Uint8Array>;
  /** A file that is not there is as good as removed. */
  remove(place: FilePlace): Promise<void>;
  /** Removes every file of a workspace. */
  removeAll(workspace: string): Promise<void>;
}

/** Makes other bytes of a file's bytes as they come, such as sealed ones. */
export type Rewriting = (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

/** The same content is kept once per workspace. */
export interface FilePlace {
  readonly workspace: string;
  /** SHA-256 of what is kept, in hex. */
  readonly hash: string;
}

export interface ReceivedFile {
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  settle(workspace: string): Promise<void>;
  discard(): Promise<void>;
}
