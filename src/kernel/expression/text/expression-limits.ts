/** The most that one expression may be: characters, nodes, and parentheses within each other. */
export const expressionLimits = { characters: 4000, nodes: 500, depth: 50 } as const;
