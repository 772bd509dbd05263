import { Button, Collapse, Input } from '@mantine/core';
import { IconMathFunction } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { ExpressionText } from './expression-text.tsx';
import classes from './expressions.module.css';
import { FunctionHelp } from './function-help.tsx';
import { TrialLine } from './trial-line.tsx';
import { useTrial } from './use-trial.ts';

interface ExpressionEditorProps {
  readonly object: ObjectMeta;
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  /** The field that it is of, and the decimal places that its value is shown with. */
  readonly name?: string | undefined;
  readonly scale?: number | undefined;
  readonly wanted?: 'boolean';
  /** It may be left empty. */
  readonly optional?: boolean;
  /** What its value for a record says; the value unless told. */
  readonly valueLabel?: string;
  /** What the server has refused when it was saved. */
  readonly error: string | undefined;
  onChange(value: string): void;
}

/** An expression as text, with what can be written in it, what is wrong with it, and what it is for a record. */
export function ExpressionEditor(props: ExpressionEditorProps) {
  const { object, label, description, value, name, scale, wanted, valueLabel, error, onChange } = props;
  const { t } = useTranslation();
  const id = useId();
  const [opened, setOpened] = useState(false);
  const [sample, setSample] = useState<string>();
  const caret = useRef(value.length);
  const caretAt = useRef<number>(undefined);
  const { trial, settled } = useTrial({
    object: object.name,
    expression: value,
    name,
    scale,
    wanted,
    sample,
  });
  const fault = settled ? trial?.fault : undefined;
  const message = fault?.message ?? (trial?.result === undefined ? error : undefined);
  const insert = (text: string) => {
    const at = Math.min(caret.current, value.length);
    caretAt.current = at + text.length;
    caret.current = caretAt.current;
    onChange(value.slice(0, at) + text + value.slice(at));
  };
  return (
    <div>
      <Input.Wrapper
        id={id}
        label={label}
        description={description}
        error={message}
        errorProps={{ id: `${id}-fault`, role: 'status' }}
        withAsterisk={props.optional !== true}
      >
        <ExpressionText
          id={id}
          object={object}
          value={value}
          fault={fault}
          described={`${id}-fault`}
          caretAt={caretAt}
          onChange={(text, at) => {
            caret.current = at;
            onChange(text);
          }}
        />
      </Input.Wrapper>
      <Button
        mt={6}
        size="compact-sm"
        variant="subtle"
        leftSection={<IconMathFunction size={15} />}
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
      >
        {t('settings.expressions.help')}
      </Button>
      <Collapse expanded={opened}>{opened && <FunctionHelp object={object} onInsert={insert} />}</Collapse>
      <div className={classes.tried}>
        <TrialLine
          object={object}
          trial={trial}
          settled={settled}
          scale={scale ?? 2}
          sample={sample}
          valueLabel={valueLabel}
          onSample={setSample}
        />
      </div>
    </div>
  );
}
