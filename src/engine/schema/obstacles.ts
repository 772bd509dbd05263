import type { Database } from '../database/database.ts';
import type { Plan } from './plan.ts';

/** Why a migration cannot be made; nothing of it has been. */
export class MigrationRefused extends Error {
  readonly obstacles: readonly string[];

  constructor(obstacles: readonly string[]) {
    super(obstacles.join('\n'));
    this.obstacles = obstacles;
  }
}

/** Everything that stands in the way of a plan, in words that name records. */
export async function obstaclesTo(database: Database, plan: Plan): Promise<readonly string[]> {
  const found = [...plan.obstacles];
  for (const { query, complaint } of plan.conditions) {
    const rows = await database.run(query);
    const [first] = rows;
    if (first === undefined) continue;
    const examples = rows.map(([, example]) => example).join(', ');
    found.push(complaint(first[0] ?? '', Number(first[0]) > rows.length ? `${examples}, …` : examples));
  }
  return found;
}
