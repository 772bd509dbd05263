const dashboard = 'dataQuality';

/** How much is known of records that say it in `completeness`: how many are how complete, and whose are how complete. */
export function completenessReports<Condition>(where?: Condition) {
  const of = where === undefined ? {} : { where };
  return [
    {
      ...{ name: 'byCompleteness', dashboard },
      settings: { ...of, rows: ['completeness.share'], measures: ['count'], chart: 'column' },
    },
    {
      ...{ name: 'completenessByOwner', dashboard },
      settings: { ...of, rows: ['owner'], measures: ['avg(completeness)'], chart: 'bar' },
    },
  ] as const;
}
