/**
 * A person alone in this workspace: nobody elsewhere decides over the password of somebody he shares, nor over that of
 * who was appointed to run the installation.
 */
export const aloneStatement = `
select m.identity_id from guanxi.membership m
where m.workspace = $1 and m.user_id::text = $2::text and not exists (
  select from guanxi.membership other
  where other.identity_id = m.identity_id and other.workspace <> m.workspace
) and not exists (select from guanxi.operator o where o.identity_id = m.identity_id)`;

export const newSignInStatement = `
with fresh as (
  insert into guanxi.identity (id, email, name) values ($1, $2, $3) on conflict (email) do nothing returning id
), person as (
  select id, false as existed from fresh
  union all
  select id, exists (select from guanxi.membership where identity_id = id)
  from guanxi.identity where email = $2
), credential as (
  insert into guanxi.credential (id, identity_id, provider_id, account_id, password)
  select $4, id, 'credential', id::text, $5::text from person where $5 is not null and not existed
  on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = now()
), member as (
  insert into guanxi.membership (identity_id, workspace, user_id, service) select id, $6, $7, $8 from person
  returning identity_id
)
select identity_id as "identityId", existed from member join person on person.id = member.identity_id`;

export const setPasswordStatement = `
with alone as (${aloneStatement}), credential as (
  insert into guanxi.credential (id, identity_id, provider_id, account_id, password)
  select $3, identity_id, 'credential', identity_id::text, $4 from alone
  on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = now()
), ended as (
  delete from guanxi.session where identity_id in (select identity_id from alone)
)
select identity_id from alone`;

export const changeEmailStatement = `
update guanxi.identity set email = $3, email_verified = false, updated_at = now()
where id in (${aloneStatement}) returning id as identity_id`;

export const disableStatement = `
with member as (
  update guanxi.membership set disabled_at = coalesce(disabled_at, now())
  where workspace = $1 and user_id = $2 returning identity_id, workspace
), ended as (
  delete from guanxi.session s using member m
  where s.identity_id = m.identity_id and s.workspace = m.workspace
)
select identity_id from member`;

export const endSessionsStatement = `
with member as (
  select identity_id, workspace from guanxi.membership where workspace = $1 and user_id::text = $2
), ended as (
  delete from guanxi.session s using member m
  where s.identity_id = m.identity_id and s.workspace = m.workspace
)
select identity_id from member`;

export const enableStatement = `
update guanxi.membership set disabled_at = null where workspace = $1 and user_id = $2 returning identity_id`;

export const membershipStatement = `
select m.identity_id as "identityId", m.workspace, m.user_id as "userId"
from guanxi.membership m
join guanxi.identity i on i.id = m.identity_id
join guanxi.workspace w on w.name = m.workspace
where i.email = $1 and m.disabled_at is null and not w.closed
order by m.created_at, m.workspace`;

export const memberStatement =
  'select identity_id from guanxi.membership where workspace = $1 and user_id::text = $2';

export const signInsStatement = `
select user_id as "userId", disabled_at is null as enabled, service from guanxi.membership where workspace = $1`;
