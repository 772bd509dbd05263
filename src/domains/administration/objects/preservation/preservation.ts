import type { ObjectFolder } from '#kernel/module.ts';
import { preservation } from './preservation.object.ts';

/** Put on records by administrators. */
export const preservationFolder: ObjectFolder = { object: preservation };
