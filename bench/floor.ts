// The floor: bare routes with the best hand-written SQL for the same answers, the plain driver, and no rights,
// history, validation or search index. What the product does is measured against it.
import Fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  options: '-c TimeZone=UTC -c jit=off',
});
const app = Fastify();

const contact = `id, version, name, "lastName", "firstName", account, title, department, mobile, phone, email, "otherEmail", wechat,
  tier, "reportsTo", birthday, "preferredChannel", "doNotContact", address, "externalId", description, owner,
  "createdAt", "createdBy", "updatedAt", "updatedBy"`;

/** The first column of the first row, which is JSON already. */
async function json(name: string, text: string, values: readonly unknown[]): Promise<string> {
  const { rows } = await pool.query({ name, text, values: values as unknown[], rowMode: 'array' });
  return rows[0]?.[0] ?? 'null';
}

app.addHook('onSend', async (_request, reply) => {
  reply.header('content-type', 'application/json; charset=utf-8');
});

app.get('/read/:id', (request) =>
  json(
    'read',
    `select row_to_json(r)::text from (select ${contact} from ws_main.contact where id = $1 and "deletedAt" is null) r`,
    [(request.params as { id: string }).id],
  ),
);

app.get('/list/:stage', (request) =>
  json(
    'list',
    `select json_build_object('records', (select json_agg(r) from (
        select o.id, o.version, o.name, o.stage, o."closeDate", json_build_object('amount', o.amount::text, 'currency', o."amountCurrency") as amount,
          json_build_object('id', a.id, 'name', a.name) as account
        from ws_main.opportunity o left join ws_main.account a on a.id = o.account and a."deletedAt" is null
        where o.stage = $1 and o."deletedAt" is null order by o."closeDate" nulls last, o.id desc limit 60) r),
      'count', (select count(*) from ws_main.opportunity where stage = $1 and "deletedAt" is null))::text`,
    [(request.params as { stage: string }).stage],
  ),
);

app.get('/search/:token', (request) =>
  json(
    'search',
    `select json_build_object('results', coalesce((select json_agg(r) from (
        select c.id, c.name, a.name as detail from (select id, name, account from ws_main.contact
            where search @@ $1::tsquery and "deletedAt" is null limit 400) c
          left join ws_main.account a on a.id = c.account order by length(c.name), c.name limit 20) r), '[]'))::text`,
    [`'${(request.params as { token: string }).token}':*`],
  ),
);

app.get('/group', () =>
  json(
    'group',
    `select json_build_object('groups', json_agg(r))::text from (
       select stage, count(*), sum(amount)::text from ws_main.opportunity where "deletedAt" is null group by stage) r`,
    [],
  ),
);

app.post('/contact', async (request, reply) => {
  const { lastName, firstName, mobile, account } = request.body as Record<string, string>;
  reply.code(201);
  return json(
    'create',
    `insert into ws_main.contact as c (id, version, name, "lastName", "firstName", mobile, account, "doNotContact", "createdAt", "updatedAt")
     values (gen_random_uuid(), 1, $1, $2, $3, $4, $5, false, now(), now()) returning row_to_json(c)::text`,
    [`${lastName}${firstName}`, lastName, firstName, mobile, account],
  );
});

app.patch('/contact/:id', (request) =>
  json(
    'update',
    `update ws_main.contact as c set title = $2, version = version + 1, "updatedAt" = now() where id = $1 and "deletedAt" is null returning row_to_json(c)::text`,
    [(request.params as { id: string }).id, (request.body as { title: string }).title],
  ),
);

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.send?.('ready');
