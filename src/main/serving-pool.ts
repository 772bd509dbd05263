import type { Pool } from 'pg';
import { UnusableDatabase } from '#engine/database/check-server.ts';
import { createPool } from '#engine/database/database.ts';
import { letServe, ownServingRole } from '#engine/database/serving-role.ts';

/**
 * The way in of the running server, beside that of the owner. On a database of somebody else it is that of
 * `DATABASE_URL`, and the same as the owner's where no owner is named.
 */
export async function servingPool(owner: Pool, address: string, given: string | undefined): Promise<Pool> {
  if (given === undefined) return createPool(await ownServingRole(address));
  if (given === address) return owner;
  const role = decodeURIComponent(new URL(given).username);
  if (role === decodeURIComponent(new URL(address).username))
    throw new UnusableDatabase(
      `DATABASE_URL and GUANXI_DATABASE_OWNER_URL both let in as ${role}: name a role in DATABASE_URL that owns nothing.`,
    );
  await letServe(address, role);
  return createPool(given);
}
