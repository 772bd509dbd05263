import type { Pool } from 'pg';
import { pretendToVerify, verifyPassword } from './password-hashing.ts';

const passwordOf = `
select i.id, c.password from guanxi.identity i
join guanxi.credential c on c.identity_id = i.id and c.provider_id = 'credential' and c.password is not null`;

/** Whose password this is: the identity's id, or undefined. Says by its time only that it has looked. */
export function checkPassword(pool: Pool, email: string, password: string): Promise<string | undefined> {
  return check(pool, `${passwordOf} where i.email = $1`, email.trim().toLowerCase(), password);
}

/** Whether this is the password of somebody who is signed in already. */
export async function isPasswordOf(pool: Pool, identityId: string, password: string): Promise<boolean> {
  return (await check(pool, `${passwordOf} where i.id = $1`, identityId, password)) !== undefined;
}

async function check(pool: Pool, text: string, who: string, password: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string; password: string }>({ text, values: [who] });
  const known = rows[0];
  const right = known
    ? await verifyPassword({ hash: known.password, password })
    : await pretendToVerify(password);
  return right ? known?.id : undefined;
}
