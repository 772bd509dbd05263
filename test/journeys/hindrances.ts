import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 AA, and what axe advises beyond it. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is around every page alike. */
export const frame = ':is(aside, header, nav):not(main *)';

type Axe = { run(where: ElementContext, how: RunOptions): Promise<AxeResults> };

/** What hinders somebody on this page, except in what is left out: the rule and the first places, as axe tells them. */
export async function hindrances(page: Page, leftOut?: string): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const { violations } = await page.evaluate(
    ({ runOnly, exclude }) =>
      (globalThis as unknown as { axe: Axe }).axe.run(
        { include: [['html']], exclude },
        {
          runOnly,
          // Menus and what is told of an icon lie beside the landmarks of a page.
          rules: { region: { enabled: false } },
          resultTypes: ['violations'],
          // No rule of these reads style sheets, which need not be fetched again.
          preload: false,
        },
      ),
    { runOnly: rules, exclude: leftOut === undefined ? [] : [[leftOut]] },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}
