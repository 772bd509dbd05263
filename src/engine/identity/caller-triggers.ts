import { callerForgotten, channel } from '../run-time/listen.ts';

const tell = `perform pg_notify('${channel}', '${callerForgotten}' || old.identity_id)`;

/**
 * Lets the database tell every server that what a credential is worth has changed, whichever server or statement did it:
 * what they remember of its owner is forgotten at once.
 */
export const callerTriggers = `
create or replace function guanxi.tell_callers() returns trigger language plpgsql as $$ begin ${tell}; return null; end $$;
create or replace trigger tell_callers after delete on guanxi.session for each row execute function guanxi.tell_callers();
create or replace trigger tell_callers after delete on guanxi.membership for each row execute function guanxi.tell_callers();
create or replace trigger tell_disabled after update of disabled_at on guanxi.membership for each row
  when (old.disabled_at is distinct from new.disabled_at) execute function guanxi.tell_callers();
create or replace trigger tell_callers after delete on guanxi.api_key for each row execute function guanxi.tell_callers();
create or replace trigger tell_revoked after update of revoked_at, scopes on guanxi.api_key for each row
  when (old.revoked_at is distinct from new.revoked_at or old.scopes is distinct from new.scopes) execute function guanxi.tell_callers();
`;
