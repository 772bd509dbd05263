import type { Database, Row } from '../database/database.ts';
import { type Block, markLength } from './log-seal.ts';

/** A block as it is kept. */
export interface KeptBlock extends Block {
  readonly position: number;
  readonly hash: string;
}

const instant = (name: string) => `to_char(${name} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columns = `position, hash, amends, array_to_string(sequences, ','), encode(marks, 'base64'),
  ${['first_at', 'last_at', 'sealed_at'].map(instant).join(', ')}`;

/** Entries in the blocks that are read together, unless a single one has more. */
const most = 10_000;
const blocksAtOnce = 500;

/** The next blocks after a place. */
export async function readBlocks(
  database: Database,
  s: string,
  after: number,
): Promise<readonly KeptBlock[]> {
  const rows = await database.run(
    `select ${columns} from (
       select *, sum(cardinality(sequences)) over (order by position) - cardinality(sequences) as before from (
         select * from ${s}.log_block where position > $1 order by position limit ${blocksAtOnce}) b) x
     where before < ${most} order by position`,
    [after],
  );
  return rows.map(blockOf);
}

/** The blocks after a place that seal any of these entries anew. */
export async function readAmendments(
  database: Database,
  s: string,
  after: number,
  sequences: readonly string[],
): Promise<readonly KeptBlock[]> {
  const rows = await database.run(
    `select ${columns} from ${s}.log_block where amends and sequences && $2::bigint[] and position > $1 order by position`,
    [after, sequences],
  );
  return rows.map(blockOf);
}

/** The mark of the entry at a place within a block. */
export function markAt({ marks }: Block, index: number): Buffer {
  return marks.subarray(index * markLength, (index + 1) * markLength);
}

function blockOf([position, hash, amends, sequences, marks, firstAt, lastAt, sealedAt]: Row): KeptBlock {
  return {
    ...{ position: Number(position), hash: hash ?? '', amends: amends === 't' },
    ...{
      sequences: sequences === '' ? [] : (sequences ?? '').split(','),
      marks: Buffer.from(marks ?? '', 'base64'),
    },
    ...{ firstAt: firstAt ?? '', lastAt: lastAt ?? '', sealedAt: sealedAt ?? '' },
  };
}
