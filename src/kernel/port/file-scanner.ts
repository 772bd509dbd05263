/** Looks for what does harm in files that come from outside. */
export interface FileScanner {
  /** Begins to look through one file, given piece by piece as it comes. */
  begin(): FileScan;
}

export interface FileScan {
  /** Takes the next piece; resolves when there is room for another. */
  take(piece: Uint8Array): Promise<void>;
  /** What was found, by its name, or undefined for nothing; rejects where nobody can say. */
  verdict(): Promise<string | undefined>;
  /** Nobody wants to know any more. */
  abort(): void;
}
