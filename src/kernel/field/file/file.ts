import { Unacceptable } from '../../problem.ts';
import { type Field, type FieldOptions, field } from '../field.ts';
import { identifierInput, identifierSchema } from '../identifier-input.ts';
import { textInput } from '../text-input.ts';
import type { FieldType } from '../type.ts';

/** A stored file; its content is at `/api/files/{id}`. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
}

/** Any number of files. */
export function file(options: FieldOptions<readonly StoredFile[]> = {}): Field<readonly StoredFile[], false> {
  return field('file', options);
}

export const fileType: FieldType = {
  parse(input): readonly StoredFile[] {
    if (!Array.isArray(input) || input.length > 100) throw new Unacceptable('notAList');
    return input.map((item) => {
      const {
        name = '',
        size = 0,
        mediaType = 'application/octet-stream',
      } = Object(item) as Partial<StoredFile>;
      if (!Number.isSafeInteger(size) || size < 0) throw new Unacceptable('notAFile');
      return {
        id: identifierInput(item),
        name: textInput(name, 255),
        size,
        mediaType: textInput(mediaType, 100),
      };
    });
  },
  schema: () => ({
    type: 'array',
    items: {
      type: 'object',
      required: ['id'],
      properties: {
        id: identifierSchema,
        name: { type: 'string' },
        size: { type: 'integer' },
        mediaType: { type: 'string' },
      },
    },
  }),
};
