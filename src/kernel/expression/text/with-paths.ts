import { ExpressionFault } from './expression-fault.ts';
import { tokensOf } from './tokens.ts';

/** The text with other names for the fields that it reads, everything else as it was written. */
export function withPaths(text: string, named: (path: string) => string): string {
  try {
    const tokens = tokensOf(text);
    return tokens
      .map(({ kind, value, span }, index) => {
        const opens = tokens[index + 1];
        const isPath = kind === 'name' && !(opens?.kind === 'sign' && opens.value === '(');
        const own = isPath ? named(value) : text.slice(span.from, span.to);
        return text.slice(tokens[index - 1]?.span.to ?? 0, span.from) + own;
      })
      .join('');
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    return text;
  }
}
