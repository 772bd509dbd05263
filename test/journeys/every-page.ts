import assert from 'node:assert/strict';
import type { Meta } from '#kernel/meta.ts';
import { compose } from '#kernel/registry.ts';
import { chartKinds } from '#kernel/report-settings.ts';
import { viewKinds } from '#kernel/view.ts';
import { modules, people } from '#main/modules.ts';
import { makeSample } from '#test/conformance/sample-values.ts';
import { canBeShownAs, viewPaths } from '#web/views/current-view.ts';
import { frame, hindrances } from './hindrances.ts';
import type { Stage } from './stage.ts';
import { walkIn } from './walk.ts';

const registry = compose(modules, people);

interface Appearance {
  readonly locale: 'en' | 'zh-CN';
  readonly colorScheme: 'dark' | 'light';
}

/**
 * What is to be said against any page inside: the list and a record of every object, every kind of view, every part of the
 * settings, a dashboard with every chart. Each must be drawn, without an error or a refused request, without words of
 * programs, and without what hinders those who cannot see well or use no mouse.
 */
export async function complaintsAboutPages(
  stage: Stage,
  { locale, colorScheme }: Appearance,
): Promise<readonly string[]> {
  const everywhere = await addresses(stage);
  await stage.ask('PATCH', 'me', { locale });
  const page = await stage.open('/settings', { colorScheme });
  const walk = walkIn(page);
  await walk.drawn();
  const parts = await page
    .locator('main nav a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  assert.ok(parts.length > 10 && parts.length < everywhere.length, parts.join());
  const complaints = new Set<string>();
  let here = '';
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.add(`${here}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.add(`${here}: ${error.message}`));
  page.on('response', (answer) => {
    if (answer.status() >= 400) complaints.add(`${here}: ${answer.status()} ${answer.url()}`);
  });
  // Parts of the settings do not follow each other: each is come to from another page.
  for (here of everywhere.flatMap((path, index) => [path, ...(parts[index] ? [parts[index]] : [])])) {
    await walk.to(here);
    assert.notEqual(await page.evaluate(() => location.pathname), '/sign-in', here);
    const text = (await page.getByRole('main').textContent()) ?? '';
    if (text.trim().length < 5) complaints.add(`${here}: nothing is drawn`);
    if (/\{\{|\bundefined\b|\[object Object\]|NaN/.test(text))
      complaints.add(`${here}: ${text.slice(0, 300)}`);
    for (const hindrance of await hindrances(page, frame)) complaints.add(`${here}: ${hindrance}`);
  }
  await page.context().close();
  return [...complaints];
}

/** The address of each page inside but those of the settings. */
async function addresses(stage: Stage): Promise<readonly string[]> {
  const made = await oneOfEach(stage);
  const meta: Meta = await stage.ask('GET', 'meta');
  const shownAs = viewKinds.map((kind) => {
    const shown =
      meta.objects.find(({ views }) => views.some((view) => view.kind === kind)) ??
      meta.objects.find((object) => canBeShownAs(meta, object, kind));
    assert.ok(shown, kind);
    return viewPaths[kind].replace('$object', shown.name);
  });
  return [
    ...meta.objects.flatMap(({ name }) => [
      `/${name}`,
      ...(made.has(name) ? [`/${name}/${made.get(name)}`] : []),
    ]),
    ...shownAs,
    ...['/import', '/duplicates', `/dashboard/${await everyChart(stage)}`],
  ];
}

/** One record of every object that can have one, by the name of the object. */
async function oneOfEach(stage: Stage): Promise<ReadonlyMap<string, string>> {
  const { id } = (await stage.ask('GET', 'me')) as { id: string };
  const made = new Map([[registry.people, id]]);
  const objects = [...registry.objects.values()];
  const create = (object: string, values: object) => created(stage, object, values);
  for (const object of objects)
    if (object.declaration.unites === undefined) await makeSample(registry, object, create, made);
  assert.ok(made.size > objects.length / 2, [...made.keys()].join());
  return made;
}

/** A dashboard on which there is a chart of every kind. */
async function everyChart(stage: Stage): Promise<string | undefined> {
  const dashboard = await created(stage, 'dashboard', { name: '各种图表' });
  for (const chart of chartKinds) {
    const settings = { rows: ['industry'], measures: ['count'], chart };
    const report = await created(stage, 'report', { name: chart, object: 'account', settings });
    assert.ok(await created(stage, 'dashboardTile', { dashboard, report }), chart);
  }
  return dashboard;
}

/** The new record; undefined where there cannot be such. */
async function created(stage: Stage, object: string, values: object): Promise<string | undefined> {
  return stage.ask('POST', `records/${object}`, values).then(
    ({ id }: { id: string }) => id,
    () => undefined,
  );
}
