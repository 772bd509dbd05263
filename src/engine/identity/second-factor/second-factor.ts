import { Secret, TOTP } from 'otpauth';
import type { Pool } from 'pg';
import { type Database, databaseOn } from '../../database/database.ts';
import { type Doer, noteDone } from '../note-done.ts';
import type { Person } from '../people.ts';
import { openText, sealText } from '../sealed-text.ts';
import { newRecoveryCodes, recoveryFingerprint } from './recovery-codes.ts';

/** Whose second factor: the identity, and the person whose workspace's audit hears of it. */
export interface Holder extends Person {
  readonly identityId: string;
}

export interface SecondFactorState {
  readonly enabled: boolean;
  readonly recoveryCodes: number;
}

/** What an authenticator app is told: by a picture of `uri`, or by typing `secret`. */
export interface Enrolment {
  readonly secret: string;
  readonly uri: string;
}

export type CodeKind = 'totp' | 'recoveryCode';

export interface SecondFactor {
  state(identityId: string): Promise<SecondFactorState>;
  /** A new secret, which counts once a code of it has been confirmed. */
  begin(holder: Holder, email: string, company: string): Promise<Enrolment>;
  /** Turns it on by a first code; gives the recovery codes, which are shown nowhere else. */
  confirm(holder: Holder, code: string, by: Doer): Promise<readonly string[] | undefined>;
  /** Whether this is the code of the moment, or a recovery code not used yet; each works once. */
  check(holder: Holder, code: string, by: Doer): Promise<CodeKind | undefined>;
  /** New recovery codes in place of the old. */
  renew(holder: Holder, by: Doer): Promise<readonly string[]>;
  /** Turns it off; false when it was not on. */
  remove(holder: Holder, by: Doer): Promise<boolean>;
}

const digits = /^\d{6}$/;

/** A code from an authenticator app (RFC 6238) beside the password, with recovery codes. */
export function createSecondFactor(pool: Pool, secret: string): SecondFactor {
  const database = databaseOn(pool);

  /** The half-minute to which a code belongs, or undefined when it is none of the moment's. */
  function stepOf(sealed: string | null | undefined, code: string): number | undefined {
    if (!sealed || !digits.test(code)) return undefined;
    const totp = new TOTP({ secret: Secret.fromBase32(openText(sealed, secret)) });
    const delta = totp.validate({ token: code, window: 1 });
    return delta === null ? undefined : totp.counter() + delta;
  }

  /** Takes the code's half-minute; false when a code of it or of a later one was used already. */
  async function take(change: Database, identityId: string, step: number, more = ''): Promise<boolean> {
    const taken = await change.run(
      `update guanxi.second_factor set last_step = $2 ${more} where identity_id = $1 and last_step < $2 returning identity_id`,
      [identityId, step],
    );
    return taken.length > 0;
  }

  async function sealedOf(change: Database, identityId: string, confirmed: boolean) {
    const [row] = await change.run(
      `select secret from guanxi.second_factor where identity_id = $1 and (confirmed_at is not null) = $2`,
      [identityId, confirmed],
    );
    return row?.[0];
  }

  async function giveRecoveryCodes(change: Database, identityId: string): Promise<readonly string[]> {
    const codes = newRecoveryCodes();
    const values = [identityId, codes.map(recoveryFingerprint)];
    await change.run(`update guanxi.second_factor set recovery = $2 where identity_id = $1`, values);
    return codes;
  }

  return {
    async state(identityId) {
      const [row] = await database.run(
        `select cardinality(recovery) from guanxi.second_factor where identity_id = $1 and confirmed_at is not null`,
        [identityId],
      );
      return { enabled: row !== undefined, recoveryCodes: Number(row?.[0] ?? 0) };
    },
    async begin({ identityId }, email, company) {
      const fresh = new Secret({ size: 20 });
      // One that is on stays as it is until it has been turned off.
      await database.run(
        `insert into guanxi.second_factor (identity_id, secret) values ($1, $2)
         on conflict (identity_id) do update set secret = excluded.secret, last_step = 0
         where second_factor.confirmed_at is null`,
        [identityId, sealText(fresh.base32, secret)],
      );
      const issuer = `${company} · Guanxi`;
      return { secret: fresh.base32, uri: new TOTP({ issuer, label: email, secret: fresh }).toString() };
    },
    confirm(holder, code, by) {
      return database.transaction(async (change) => {
        const step = stepOf(await sealedOf(change, holder.identityId, false), code);
        if (step === undefined) return undefined;
        if (!(await take(change, holder.identityId, step, ', confirmed_at = now()'))) return undefined;
        await noteDone(change, holder, 'secondFactor.enabled', by);
        return giveRecoveryCodes(change, holder.identityId);
      });
    },
    check(holder, code, by) {
      const { identityId } = holder;
      return database.transaction(async (change) => {
        const step = stepOf(await sealedOf(change, identityId, true), code);
        if (step !== undefined) return (await take(change, identityId, step)) ? 'totp' : undefined;
        const used = await change.run(
          `update guanxi.second_factor set recovery = array_remove(recovery, $2)
           where identity_id = $1 and confirmed_at is not null and $2 = any(recovery) returning cardinality(recovery)`,
          [identityId, recoveryFingerprint(code)],
        );
        if (used.length === 0) return undefined;
        await noteDone(change, holder, 'recoveryCode.used', by, { left: Number(used[0]?.[0]) });
        return 'recoveryCode';
      });
    },
    renew(holder, by) {
      return database.transaction(async (change) => {
        await noteDone(change, holder, 'recoveryCodes.renewed', by);
        return giveRecoveryCodes(change, holder.identityId);
      });
    },
    remove(holder, by) {
      return database.transaction(async (change) => {
        const gone = await change.run(
          `delete from guanxi.second_factor where identity_id = $1 and confirmed_at is not null returning identity_id`,
          [holder.identityId],
        );
        if (gone.length > 0) await noteDone(change, holder, 'secondFactor.removed', by);
        return gone.length > 0;
      });
    },
  };
}
