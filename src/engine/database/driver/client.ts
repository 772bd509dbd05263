import type { Duplex } from 'node:stream';
import pg from 'pg';
import { Parser } from 'pg-protocol/dist/parser.js';
import type { Letters, RawConnection } from './rows-query.ts';

/** A client of which a query can say in which letters the texts of its rows are read. */
export class Client extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const connection = (this as unknown as { readonly connection: RawConnection }).connection;
    const parser = new Parser();
    const { reader } = parser as unknown as { readonly reader: { encoding: Letters } };
    connection.read = (letters) => {
      reader.encoding = letters;
    };
    connection.attachListeners = (stream: Duplex) => {
      stream.on('data', (bytes: Buffer) =>
        parser.parse(bytes, (message) =>
          connection.emit(message.name === 'error' ? 'errorMessage' : message.name, message),
        ),
      );
    };
  }
}
