import { needTexts, type Part } from './i18n.ts';

/** A page together with the words that it needs besides those that every page has. */
export async function withTexts<Page>(page: Promise<Page>, ...parts: readonly Part[]): Promise<Page> {
  const [loaded] = await Promise.all([page, ...parts.map(needTexts)]);
  return loaded;
}
