/** How a record may be shared with somebody: for reading, for changing, or as one of a territory that he serves. */
export type SharedAs = 'read' | 'update' | 'territory';
