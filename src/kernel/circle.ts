/** People around the person asking, each circle a list of their ids with himself among them. */
export const circles = ['team', 'teammates', 'department', 'departmentAndBelow'] as const;

/**
 * - `team`: the person and everyone below, from manager to manager;
 * - `teammates`: those of the teams that he works in;
 * - `department`: those of his department, and of any that he leads;
 * - `departmentAndBelow`: those of the departments within these too.
 */
export type Circle = (typeof circles)[number];

export type Circles = Readonly<Record<Circle, readonly string[]>>;
