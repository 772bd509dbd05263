import type { Database } from '../../database/database.ts';

/** How companies end in Chinese, which nobody says. */
const legalForm = /(股份|集团)?(有限)?(责任)?公司$|集团$/u;

/** What everybody knows who works there: the name of the workspace, and what the company is called. */
export async function companyWords(
  database: Pick<Database, 'run'>,
  workspace: string,
): Promise<readonly string[]> {
  const [row] = await database.run('select name, label from guanxi.workspace where name = $1', [workspace]);
  const [name = '', label = ''] = (row ?? []).map((word) => word ?? '');
  return [name, label, label.replace(legalForm, '')];
}
