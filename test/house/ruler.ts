// `npm run ruler`: how the tree measures up to what the project wants of itself.
import { measureTree } from './ruler/measure-tree.ts';

const rows = measureTree().map(({ name, value, aim }) => [name, value, aim]);
const table = [['', 'Guanxi', 'aim'], ...rows];
const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
const line = (cells: readonly string[]) =>
  `| ${cells.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join(' | ')} |`;
const [head = [], ...body] = table;
console.log([line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n'));
