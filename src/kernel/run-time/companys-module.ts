/** The module of everything that a company adds. */
export const companysModule = 'custom';
