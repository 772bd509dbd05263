import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runningEmbeddedPostgres } from '#engine/database/running-embedded.ts';

const administrator = { email: 'lin@hengyue.example', password: 'a long evening by the river' };

/** The product as people run it, a server and its own database, to be killed again and again. */
export class Victim {
  readonly url: string;
  readonly #folder: string;
  readonly #port: number;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #database: string | undefined;
  #server: ChildProcess | undefined;

  /** With a database of its own, or another one that is named, and with further settings of its environment. */
  constructor(folder: string, port: number, environment: NodeJS.ProcessEnv = {}, database?: string) {
    this.#folder = folder;
    this.#port = port;
    this.#environment = environment;
    this.#database = database;
    this.url = `http://127.0.0.1:${port}`;
  }

  /** Starts the server and waits until it serves. */
  async start(): Promise<void> {
    const { DATABASE_URL: _other, ...environment } = process.env;
    const parameters = ['src/main/start.ts', '--port', String(this.#port), '--data', this.#folder];
    const server = spawn(process.execPath, parameters, {
      env: {
        ...environment,
        // As `npm start` has it: what was compiled once is not compiled at each start.
        NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/compile', import.meta.url)),
        ...{ GUANXI_RATE_LIMIT: '0', GUANXI_STRANGER_RATE_LIMIT: '0' },
        ...{ GUANXI_ADMIN_EMAIL: administrator.email, GUANXI_ADMIN_PASSWORD: administrator.password },
        ...this.#environment,
      },
      stdio: 'ignore',
    });
    this.#server = server;
    await this.serving();
  }

  /** Waits until requests are answered from the database. */
  async serving(): Promise<void> {
    for (let waited = 0; waited < 60_000; waited += 50) {
      const answer = await fetch(`${this.url}/api/health`).catch(() => undefined);
      if (answer?.ok) return;
      await pause(50);
    }
    throw new Error('The server did not come back within a minute.');
  }

  /** Of the server, while it runs. */
  get pid(): number | undefined {
    return this.#server?.pid;
  }

  async signIn(person: typeof administrator = administrator): Promise<string> {
    const answer = await fetch(`${this.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.url },
      body: JSON.stringify(person),
    });
    return answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }

  /** Of the database, which is waited for while it comes back. */
  async databaseUrl(): Promise<string> {
    for (let waited = 0; waited < 60_000; waited += 100) {
      const url = this.#database ?? (await runningEmbeddedPostgres(join(this.#folder, 'postgres')));
      if (url !== undefined) return url;
      await pause(100);
    }
    throw new Error('The database did not come back within a minute.');
  }

  async killServer(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  }

  /** Kills PostgreSQL's first process; its children notice and end. */
  killDatabase(): void {
    const [pid] = readFileSync(join(this.#folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
  }

  /** Ends everything in order. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  }
}
