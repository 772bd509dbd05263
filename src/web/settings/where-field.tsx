import { Button, Input } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import type { ObjectMeta } from '#kernel/meta.ts';
import { WhereBuilder } from '#web/views/filters/builder/where-builder.tsx';
import { useConditionWords } from '#web/views/filters/use-condition-words.ts';
import { readWhere } from '#web/views/filters/where.ts';

interface WhereFieldProps {
  /** The object whose records are meant. */
  readonly object: ObjectMeta;
  readonly label?: string;
  /** What is meant where there is no condition. */
  readonly all: string;
  readonly where: unknown;
  readonly error: string | undefined;
  onChange(where: unknown): void;
}

/** Which records are meant: all, or those that meet conditions. */
export function WhereField({ object, label, all, where, error, onChange }: WhereFieldProps) {
  const [building, setBuilding] = useState(false);
  const condition = readWhere(where);
  const sentence = useConditionWords(object.name, [condition])(condition);
  return (
    <Input.Wrapper label={label} error={error}>
      <div>
        <Button
          variant="default"
          leftSection={<IconFilter size={15} />}
          onClick={() => setBuilding(true)}
          styles={{
            label: { whiteSpace: 'normal', height: 'auto', lineHeight: 1.5, textAlign: 'left' },
            root: { height: 'auto', minHeight: 36 },
          }}
        >
          {sentence || all}
        </Button>
      </div>
      {building && (
        <WhereBuilder object={object} where={where} onChange={onChange} onClose={() => setBuilding(false)} />
      )}
    </Input.Wrapper>
  );
}
