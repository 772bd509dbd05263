import type { Pool } from 'pg';
import { databaseOn } from '../database/database.ts';
import type { Caller } from './caller.ts';
import { refuse } from './refuse.ts';

/** Somebody who was appointed to run the installation. */
export interface Operator {
  readonly email: string;
  readonly name: string;
}

/** Who runs the installation. As long as nobody is appointed, the administrators of the company set up first do. */
export interface Operators {
  list(): Promise<readonly Operator[]>;
  /** Appoints whoever signs in with this address. */
  add(email: string): Promise<void>;
  remove(email: string): Promise<void>;
  /** His address, when the caller runs the installation; `administrator` says whether he is one of his workspace. */
  addressOf(caller: Caller, administrator: boolean): Promise<string | undefined>;
}

const addressStatement = `
select i.email, o.identity_id is not null from guanxi.identity i left join guanxi.operator o on o.identity_id = i.id
where i.id = $1 and (o.identity_id is not null or $3::boolean and not exists (select from guanxi.operator)
  and $2 = (select name from guanxi.workspace order by created_at, name limit 1))`;

/** Keeps who was appointed; see docs/decisions/operators.md. */
export function createOperators(pool: Pool): Operators {
  const database = databaseOn(pool);
  return {
    async list() {
      const rows = await database.run(
        'select i.email, i.name from guanxi.operator o join guanxi.identity i on i.id = o.identity_id order by i.email',
      );
      return rows.map(([email, name]) => ({ email: email ?? '', name: name ?? '' }));
    },
    async add(email) {
      const rows = await database.run(
        `with known as (select id from guanxi.identity where email = lower($1)),
           made as (insert into guanxi.operator (identity_id) select id from known on conflict do nothing)
         select id from known`,
        [email],
      );
      if (rows.length === 0) throw refuse('notFound', 'noSignIn');
    },
    async remove(email) {
      const rows = await database.run(
        'delete from guanxi.operator where identity_id = (select id from guanxi.identity where email = lower($1)) returning 1',
        [email],
      );
      if (rows.length === 0) throw refuse('notFound', 'noSuchOperator');
    },
    async addressOf({ identityId, workspace, via, signedInBy, impersonator }, administrator) {
      // Neither a key, which may be stolen, nor somebody in his name, runs the installation.
      if (via !== 'session' || impersonator !== undefined) return undefined;
      const [row] = await database.run(addressStatement, [identityId, workspace, administrator]);
      // A company's own provider vouches for its people within the company, not for who was appointed above it.
      if (row?.[1] === 't' && (signedInBy === 'oidc' || signedInBy === 'saml')) return undefined;
      return row?.[0] ?? undefined;
    },
  };
}
