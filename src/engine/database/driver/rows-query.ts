import type { Duplex, EventEmitter } from 'node:stream';
import type { Submittable } from 'pg';
import { prepareValue } from 'pg/lib/utils.js';
import { serialize } from 'pg-protocol';

/** How the bytes of a text are read: as the UTF-8 that they are, or a letter for each byte. */
export type Letters = 'utf-8' | 'latin1';

/** What a query of its own sees of node-postgres' connection. */
export interface RawConnection extends EventEmitter {
  readonly stream: Duplex;
  readonly parsedStatements: Readonly<Record<string, string>>;
  readonly submittedNamedStatements: Record<string, string>;
  attachListeners(stream: Duplex): void;
  read(letters: Letters): void;
}

export type RowTexts = readonly (string | null)[];

const [execute, sync] = [serialize.execute(), serialize.sync()];

/**
 * A statement of which only the rows are wanted, as PostgreSQL writes them: it neither asks what its columns are called
 * and of what type they are, nor reads a value. Read in `latin1`, a text keeps its bytes, to be sent on as it came.
 */
export class RowsQuery implements Submittable {
  /** Set by node-postgres. */
  callback: ((error: Error | null, rows?: readonly RowTexts[]) => void) | undefined;
  readonly name: string;
  readonly text: string;
  readonly #values: readonly (string | Buffer | null)[];
  readonly #letters: Letters;
  readonly #rows: RowTexts[] = [];

  /** Without a name the statement is not kept prepared. */
  constructor(name: string, text: string, values: readonly unknown[], letters: Letters) {
    this.name = name;
    this.text = text;
    this.#values = values.map(prepareValue);
    this.#letters = letters;
  }

  submit(connection: unknown): Error | undefined {
    const { read, stream, parsedStatements, submittedNamedStatements } = connection as RawConnection;
    if (read === undefined) return new Error('Rows are read on the connections of createPool alone.');
    const { name, text } = this;
    read(this.#letters);
    const bind = serialize.bind({ statement: name, values: [...this.#values] });
    if (name !== '' && (parsedStatements[name] ?? submittedNamedStatements[name]) !== undefined) {
      stream.write(Buffer.concat([bind, execute, sync]));
      return undefined;
    }
    if (name !== '') submittedNamedStatements[name] = text;
    stream.write(Buffer.concat([serialize.parse({ name, text }), bind, execute, sync]));
    return undefined;
  }

  handleDataRow({ fields }: { readonly fields: RowTexts }): void {
    this.#rows.push(fields);
  }

  handleReadyForQuery({ read }: RawConnection): void {
    read('utf-8');
    this.callback?.(null, this.#rows);
  }

  handleError(error: Error, { read }: Partial<RawConnection>): void {
    read?.('utf-8');
    this.callback?.(this.#letters === 'latin1' ? asWritten(error) : error);
  }

  // What node-postgres tells besides.
  handleRowDescription(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}

/** An error of which the texts were read a letter for each byte. */
function asWritten(error: Error): Error {
  for (const [name, value] of Object.entries({ ...error, message: error.message }))
    if (typeof value === 'string') Object.assign(error, { [name]: Buffer.from(value, 'latin1').toString() });
  return error;
}
