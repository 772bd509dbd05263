import type { Measured } from './measure.ts';

export interface CaseResult {
  readonly name: string;
  readonly aim: number;
  readonly product: Measured;
  readonly floor: Measured;
  /** Milliseconds that one client waits who has the server to himself: half of the answers take less. */
  readonly alone: { readonly product: number; readonly floor: number };
  /** The product's rate on a company a hundred times smaller. */
  readonly small?: number;
}

export interface BenchResult {
  readonly at: string;
  readonly records: string;
  readonly cases: readonly CaseResult[];
  /** Seconds for 100,000 rows. */
  readonly imports?: { readonly product: number; readonly floor: number };
  /** The most that the server held, in megabytes: answering 32 clients, and taking in the import. */
  readonly memory: { readonly load: number; readonly import?: number };
}

/** The results as a Markdown table. */
export function tableOf({ at, records, cases, imports, memory }: BenchResult): string {
  const lines = cases.map(({ name, aim, product, floor, alone, small }) => {
    const ratio = (product.rate / floor.rate).toFixed(2);
    const growth = small === undefined ? '' : `${(small / product.rate).toFixed(1)}×`;
    return `| ${name} | ${figure(product.rate)} | ${figure(floor.rate)} | **${ratio}** | ${aim} | ${figure(product.p50)} / ${figure(product.p99)} ms | ${figure(alone.product)} / ${figure(alone.floor)} ms | ${growth} |`;
  });
  const bulk = imports && [
    `| import 100,000 contacts | ${imports.product.toFixed(1)} s | ${imports.floor.toFixed(1)} s (COPY) | **${(imports.product / imports.floor).toFixed(1)}×** | 3× | | | |`,
  ];
  return [
    `${records}; 32 clients; ${at.slice(0, 10)}.`,
    '',
    '| | product, 1/s | floor, 1/s | ratio | aim | p50 / p99 | alone, product / floor | cost, 10,000 → 1,000,000 |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
    ...(bulk ?? []),
    ...memoryLines(memory),
  ].join('\n');
}

function memoryLines({ load, import: importing }: BenchResult['memory']): readonly string[] {
  const line = (when: string, held: number) =>
    `| memory of the server ${when} | ${whole(held)} MB | | | 300 MB | | | |`;
  return [line('at load', load), ...(importing === undefined ? [] : [line('at import', importing)])];
}

/** Of what is below ten, a tenth counts. */
function figure(number: number): string {
  return number < 10 ? number.toFixed(1) : whole(number);
}

function whole(number: number): string {
  return Math.round(number).toLocaleString('en');
}
