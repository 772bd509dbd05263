import { createContext } from 'react';

/** The record that texts are written about, where they do not name it themselves: that of the page around. */
export const Subject = createContext<{ readonly object: string; readonly id: string } | undefined>(undefined);
