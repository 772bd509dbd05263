import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';

/** Something to begin with, and whether it has been done, by what there is. */
export interface FirstStep {
  readonly name: string;
  readonly done: boolean;
}

/**
 * What somebody new begins with: an administrator with the company, everybody else with himself. Each step is done when
 * what comes of it is there, whoever did it and on whichever way.
 */
export async function firstSteps(context: Context): Promise<readonly FirstStep[]> {
  const { registry, workspace, actor, database } = context;
  const table = (name: string) => `${quoted(workspace.schema)}.${quoted(name)}`;
  const some = (name: string | undefined, where = 'true') =>
    name === undefined
      ? 'null'
      : `exists (select from ${table(name)} t where t."deletedAt" is null and ${where})`;
  const told = [...registry.objects.values()].filter(({ declaration }) =>
    declaration.traits.some(({ name }) => name === 'regardable'),
  );
  const anyRecord = (where?: string) => told.map(({ name }) => some(name, where)).join(' or ') || 'null';
  const own = (name: string) => `exists (select from ${table(name)} t where t.person = $1::uuid)`;
  const steps = actor.unlimited
    ? {
        people: some(registry.people, 't.active and t.id <> $1::uuid'),
        company: `exists (select from guanxi.workspace w where w.schema = $2 and w.updated_at > w.created_at)`,
        records: anyRecord(),
        view: some(registry.purposes.get('view')?.name),
        dashboard: some(registry.purposes.get('dashboard')?.name),
      }
    : {
        protect: `exists (select from guanxi.membership m join guanxi.workspace w on w.name = m.workspace
          where m.user_id = $1::uuid and w.schema = $2 and (exists (select from guanxi.passkey p where p.identity_id = m.identity_id)
            or exists (select from guanxi.second_factor f where f.identity_id = m.identity_id and f.confirmed_at is not null)))`,
        record: anyRecord('t."createdBy" = $1::uuid'),
        follow: some(registry.purposes.get('following')?.name, 't.person = $1::uuid'),
        notices: `${own('notification_choice')} or ${own('push_subscription')}`,
      };
  const columns = Object.values(steps).map((done) => `(${done})::text`);
  const [row = []] = await database.run(
    `select ${columns.join(', ')} from (select $1::uuid, $2::text) as asked`,
    [actor.id, workspace.schema],
  );
  return Object.keys(steps).flatMap((name, place) =>
    row[place] === null ? [] : [{ name, done: row[place] === 'true' }],
  );
}
