import type { Database } from '../database/database.ts';

/** How long a change of a table may wait for those who use it before it lets them go first, and how often it tries. */
const patience = { wait: '200ms', pause: 300, attempts: 30 };

/** Runs a change of a table when nobody is in its way, so that who comes after it never waits long. */
export async function soon(database: Database, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await database.transaction(async (inside) => {
        await inside.run(`set local lock_timeout = '${patience.wait}'`);
        await inside.run(statement);
      });
      return;
    } catch (error) {
      const busy = (error as { code?: string }).code === '55P03';
      if (!busy || attempt === patience.attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, patience.pause));
    }
  }
}
