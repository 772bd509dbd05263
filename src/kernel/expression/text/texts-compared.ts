import { type Expression, pathsOf } from '../expression.ts';
import { ExpressionFault } from './expression-fault.ts';
import { parseExpression } from './parse-expression.ts';

/** A text that an expression sets against what a path leads to, as `stage = "won"` and `stage in ("won", "lost")` do. */
export interface ComparedText {
  readonly path: string;
  readonly value: string;
}

/** Joins conditions, of which each is about paths of its own. */
const joining: ReadonlySet<string> = new Set(['and', 'or', 'not', 'if']);

/** The texts that a written expression compares; none where it cannot be read. */
export function textsCompared(text: string): readonly ComparedText[] {
  try {
    return comparedIn(parseExpression(text).tree);
  } catch (error) {
    if (error instanceof ExpressionFault) return [];
    throw error;
  }
}

function comparedIn(tree: Expression): readonly ComparedText[] {
  if (tree.node !== 'call') return [];
  if (joining.has(tree.call)) return tree.inputs.flatMap(comparedIn);
  return pathsOf(tree).flatMap((path) => textsIn(tree).map((value) => ({ path, value })));
}

function textsIn(tree: Expression): readonly string[] {
  if (tree.node === 'call') return tree.inputs.flatMap(textsIn);
  return tree.node === 'literal' ? [tree.value].flat().filter((value) => typeof value === 'string') : [];
}
