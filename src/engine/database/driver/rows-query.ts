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
 * PostgreSQL plans a prepared statement anew for each of its first five uses on a connection, to see whether it gains
 * by knowing the values. Above so many characters it takes longer to plan than anything could gain: such a statement,
 * which opens a record with all that is computed for it or searches everywhere, is planned once.
 */
const plannedOnceFrom = 10_000;

/** Until the end of the transaction, which is that of the statement alone where no other was begun. */
const planOnce = Buffer.concat([
  serialize.parse({ text: `select set_config('plan_cache_mode', 'force_generic_plan', true)` }),
  serialize.bind({}),
  execute,
]);

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
  /** Whether what comes first is the answer to `planOnce`. */
  #planned = false;

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
    const parts = [serialize.bind({ statement: name, values: [...this.#values] }), execute, sync];
    this.#planned = name !== '' && text.length >= plannedOnceFrom;
    if (this.#planned) parts.unshift(planOnce);
    // Before anything else, for node-postgres takes the first that is parsed for this one.
    if (name === '' || (parsedStatements[name] ?? submittedNamedStatements[name]) === undefined) {
      if (name !== '') submittedNamedStatements[name] = text;
      parts.unshift(serialize.parse({ name, text }));
    }
    stream.write(Buffer.concat(parts));
    return undefined;
  }

  handleDataRow({ fields }: { readonly fields: RowTexts }): void {
    if (!this.#planned) this.#rows.push(fields);
  }

  handleCommandComplete(): void {
    this.#planned = false;
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
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}

/** An error of which the texts were read a letter for each byte. */
function asWritten(error: Error): Error {
  for (const [name, value] of Object.entries({ ...error, message: error.message }))
    if (typeof value === 'string') Object.assign(error, { [name]: Buffer.from(value, 'latin1').toString() });
  return error;
}
