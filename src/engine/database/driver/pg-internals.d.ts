// What node-postgres offers to those who write queries of their own, and its types do not tell.
declare module 'pg/lib/utils.js' {
  export function prepareValue(value: unknown): string | Buffer | null;
}
