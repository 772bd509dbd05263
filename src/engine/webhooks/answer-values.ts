/** The longest text that is taken out of an answer. */
const longest = 10_000;

/**
 * What a program's answer has at these paths, such as `data.items.0.id`: texts, numbers as they are written and truth; nothing
 * where there is none of these, or where it is no JSON.
 */
export function answerValues(
  answer: string,
  paths: readonly string[],
): Readonly<Record<string, string | boolean | null>> {
  const read = jsonOf(answer);
  return Object.fromEntries(paths.map((path) => [path, plain(at(read, path))]));
}

function jsonOf(answer: string): unknown {
  try {
    return JSON.parse(answer);
  } catch {
    return undefined;
  }
}

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((part, name) => {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, name)) return undefined;
    return (part as Readonly<Record<string, unknown>>)[name];
  }, value);
}

function plain(value: unknown): string | boolean | null {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.replaceAll('\0', '').slice(0, longest) : null;
}
