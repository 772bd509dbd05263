import type { ObjectFolder } from '#kernel/module.ts';
import { dataHandling } from './data-handling.object.ts';

/** Stated by administrators; the register of processing tells it. */
export const dataHandlingFolder: ObjectFolder = { object: dataHandling };
