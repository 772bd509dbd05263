import {
  type ChangeEvent,
  type KeyboardEvent,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { useTypeLabel } from '../fields/use-type-label.ts';
import { type Completion, completionsAt } from './completions.ts';
import classes from './expressions.module.css';
import { MarkedText } from './marked-text.tsx';
import type { Trial } from './use-trial.ts';

interface ExpressionTextProps {
  readonly id: string;
  readonly object: ObjectMeta;
  readonly value: string;
  readonly fault: Trial['fault'] | undefined;
  readonly described: string;
  /** Where the caret is to be put after something was written for the writer. */
  readonly caretAt: RefObject<number | undefined>;
  onChange(value: string, caret: number): void;
}

/** Where an expression is written: what is wrong is underlined, and what could be meant is offered below. */
export function ExpressionText(props: ExpressionTextProps) {
  const { id, object, value, fault, described, caretAt, onChange } = props;
  const { t } = useTranslation();
  const { objects } = useMeta();
  const area = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const [offered, setOffered] = useState<readonly Completion[]>([]);
  const [active, setActive] = useState(0);
  const functionLabel = (name: string) => t(`settings.expressions.functions.${name}.label`);
  useLayoutEffect(() => {
    if (caretAt.current === undefined) return;
    area.current?.focus();
    area.current?.setSelectionRange(caretAt.current, caretAt.current);
    caretAt.current = undefined;
  });
  const typed = ({
    currentTarget: { value: text, selectionStart: caret },
  }: ChangeEvent<HTMLTextAreaElement>) => {
    setOffered(completionsAt({ objects, object, text, caret, functionLabel }));
    setActive(0);
    onChange(text, caret);
  };
  const take = ({ insert, from }: Completion) => {
    const caret = area.current?.selectionStart ?? value.length;
    caretAt.current = from + insert.length;
    setOffered([]);
    onChange(value.slice(0, from) + insert + value.slice(caret), from + insert.length);
  };
  const pressed = (event: KeyboardEvent) => {
    if (offered.length === 0 || event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === 'ArrowDown') setActive((active + 1) % offered.length);
    else if (key === 'ArrowUp') setActive((active + offered.length - 1) % offered.length);
    else if (key === 'Enter' || key === 'Tab') take(offered[active] as Completion);
    else if (key === 'Escape') setOffered([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes.writing}>
      <div className={classes.text} data-wrong={fault !== undefined || undefined}>
        <MarkedText text={value} span={fault} />
        <textarea
          ref={area}
          id={id}
          value={value}
          onChange={typed}
          onKeyDown={pressed}
          onBlur={() => setOffered([])}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          rows={3}
          aria-invalid={fault !== undefined}
          aria-describedby={described}
          aria-autocomplete="list"
          aria-controls={offered.length > 0 ? list : undefined}
          aria-activedescendant={offered.length > 0 ? `${list}-${active}` : undefined}
        />
      </div>
      {offered.length > 0 && (
        <div
          id={list}
          role="listbox"
          aria-label={t('settings.expressions.offered')}
          className={classes.offered}
        >
          {offered.map((one, index) => (
            <OfferedRow
              key={one.kind + one.insert}
              id={`${list}-${index}`}
              completion={one}
              active={index === active}
              onTake={() => take(one)}
            />
          ))}
        </div>
      )}
    </div>
  );
}

interface OfferedRowProps {
  readonly id: string;
  readonly completion: Completion;
  readonly active: boolean;
  onTake(): void;
}

function OfferedRow({ id, completion: { insert, label, kind, detail }, active, onTake }: OfferedRowProps) {
  const typeLabel = useTypeLabel();
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={classes.offer}
      // The text keeps the focus.
      onMouseDown={(event) => {
        event.preventDefault();
        onTake();
      }}
    >
      <span>{label}</span>
      <code>{kind === 'field' ? insert : detail}</code>
      <span className={classes.offerKind}>{kind === 'field' ? typeLabel(detail) : null}</span>
    </div>
  );
}
