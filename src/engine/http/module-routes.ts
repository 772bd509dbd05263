import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dependentsOf, isSwitchable, needsOf } from '#kernel/module-switches.ts';
import { Refusal } from '#kernel/problem.ts';
import { wholeOf } from '#kernel/registry.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import type { Identity } from '../identity/identity.ts';
import type { Context } from '../records/context.ts';
import { listRecords } from '../records/list.ts';
import type { CompanyRegistries } from '../run-time/company-registries.ts';
import { switchModules } from '../run-time/switched-off.ts';
import { administratorContext, type ContextOf, unlimitedContext } from './administrator-context.ts';
import { bodyOf } from './body.ts';
import { labelsOf } from './labels.ts';

/** `/api/modules`: which parts of the product a company uses. What is switched off keeps everything that it has stored. */
export function moduleRoutes(
  app: FastifyInstance,
  identity: Identity,
  registries: CompanyRegistries,
  contextOf: ContextOf,
): void {
  app.get('/api/modules', async (request) => ({
    modules: await switches(await unlimitedContext(request, contextOf)),
  }));

  app.patch('/api/modules/:module', async (request: FastifyRequest<{ Params: { module: string } }>) => {
    const context = await administratorContext(request, identity, contextOf);
    const { workspace, actor } = context;
    const { module } = request.params;
    const { modules } = wholeOf(context.registry);
    if (!modules.some(({ name }) => name === module)) throw new Refusal('notFound');
    const { on } = bodyOf(request);
    if (typeof on !== 'boolean') throw new Refusal('invalid', [{ field: 'on', code: 'notBoolean' }]);
    if (!modules.some((each) => each.name === module && isSwitchable(each)))
      throw new Refusal('invalid', [{ field: 'on', code: 'essentialModule' }]);
    const others = on ? needsOf(modules, module) : dependentsOf(modules, module);
    const names = modules
      .filter((each) => isSwitchable(each) && (each.name === module || others.has(each.name)))
      .map(({ name }) => name);
    await context.database.transaction(async (database) => {
      await switchModules(database, workspace.schema, names, on);
      await recordAuditEntry(database, {
        ...{ workspace: workspace.name, actor: actor.id, subject: `module/${module}` },
        ...{ kind: on ? 'module.switchedOn' : 'module.switchedOff', facts: { modules: names } },
      });
    });
    registries.renew(workspace.schema).catch(() => undefined);
    const registry = await registries.of(workspace.schema);
    return { modules: await switches({ ...context, registry }) };
  });
}

/** Every module that can be switched, in the order of the rail, with what goes and comes with it. */
async function switches(context: Context) {
  const { registry, actor } = context;
  const whole = wholeOf(registry);
  const { modules } = whole;
  const labels = labelsOf(whole, actor.locale);
  const shown = modules.filter(isSwitchable);
  const labelOf = (name: string) => labels.text([name, 'module', 'label'], name);
  const named = (names: ReadonlySet<string>) =>
    shown.filter(({ name }) => names.has(name)).map(({ name }) => labelOf(name));
  const held = await rolesHeld(context);
  return shown.map(({ name, roles, navigation }) => ({
    name,
    label: labelOf(name),
    on: registry.modules.some((module) => module.name === name),
    objects: navigation.flatMap((object) => {
      const model = whole.objects.get(object);
      return model ? [labels.object(model, 'plural')] : [];
    }),
    dependents: named(dependentsOf(modules, name)),
    needs: named(needsOf(modules, name)),
    /** People who have no other role. */
    people: held.filter((own) => own.length > 0 && own.every((role) => roles.includes(role))).length,
  }));
}

async function rolesHeld(context: Context): Promise<readonly (readonly string[])[]> {
  const query = { select: ['roles'], where: { active: true }, limit: 1000 };
  const { records } = await listRecords(context, context.registry.people, query);
  const people = JSON.parse(records.toString('utf8')) as { readonly roles: readonly string[] | null }[];
  return people.map(({ roles }) => roles ?? []);
}
