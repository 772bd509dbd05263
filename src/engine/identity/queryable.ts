import type { QueryConfig, QueryResult, QueryResultRow } from 'pg';

/** A pool, or a client inside somebody's transaction. */
export interface Queryable {
  query<Row extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<Row>>;
}
