import { Tabs, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textFunctions } from '#kernel/expression/text/functions.ts';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useTypeLabel } from '../fields/use-type-label.ts';
import { fieldsOf } from './completions.ts';
import classes from './expressions.module.css';

interface FunctionHelpProps {
  readonly object: ObjectMeta;
  onInsert(text: string): void;
}

/** Everything that can be written, explained; a click writes it. */
export function FunctionHelp({ object, onInsert }: FunctionHelpProps) {
  const { t } = useTranslation();
  const typeLabel = useTypeLabel();
  const [sought, setSought] = useState('');
  const fits = (...texts: readonly string[]) =>
    texts.some((text) => text.toLowerCase().includes(sought.trim().toLowerCase()));
  const text = (name: string, part: 'label' | 'help') => t(`settings.expressions.functions.${name}.${part}`);
  return (
    <Tabs defaultValue="functions" className={classes.help}>
      <Tabs.List>
        <Tabs.Tab value="functions">{t('settings.expressions.functionList')}</Tabs.Tab>
        <Tabs.Tab value="fields">{t('settings.expressions.fieldList')}</Tabs.Tab>
        <Tabs.Tab value="signs">{t('settings.expressions.signList')}</Tabs.Tab>
      </Tabs.List>
      <TextInput
        mt="xs"
        size="xs"
        aria-label={t('settings.expressions.seek')}
        placeholder={t('settings.expressions.seek')}
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
      />
      <Tabs.Panel value="functions" className={classes.helpList}>
        {textFunctions
          .filter(({ name, chinese }) => fits(name, chinese, text(name, 'label'), text(name, 'help')))
          .map(({ name, inputs, repeats, pairs, example }) => (
            <UnstyledButton
              key={name}
              className={classes.helpRow}
              onClick={() => onInsert(`${name}(${inputs.length === 0 ? ')' : ''}`)}
            >
              <b>{text(name, 'label')}</b>
              <code>
                {name}(
                {withMore(
                  inputs.map((input) => t(`settings.expressions.inputs.${input}`)),
                  repeats ? inputs.length : pairs === undefined ? undefined : inputs.length - 1,
                ).join(', ')}
                )
              </code>
              <span>{text(name, 'help')}</span>
              <code className={classes.example}>{example}</code>
            </UnstyledButton>
          ))}
      </Tabs.Panel>
      <Tabs.Panel value="fields" className={classes.helpList}>
        {fieldsOf(object)
          .filter(({ name, label }) => fits(name, label))
          .map(({ name, label, type, result }) => (
            <UnstyledButton key={name} className={classes.helpRow} onClick={() => onInsert(name)}>
              <b>{label}</b>
              <code>{name}</code>
              <span>{typeLabel(result ?? type)}</span>
            </UnstyledButton>
          ))}
      </Tabs.Panel>
      <Tabs.Panel value="signs" className={classes.helpList}>
        {signs
          .filter(([name, sign]) => fits(sign, t(`settings.expressions.signs.${name}`)))
          .map(([name, sign]) => (
            <UnstyledButton key={name} className={classes.helpRow} onClick={() => onInsert(` ${sign} `)}>
              <code>{sign}</code>
              <span>{t(`settings.expressions.signs.${name}`)}</span>
            </UnstyledButton>
          ))}
      </Tabs.Panel>
    </Tabs>
  );
}

/** The inputs with a sign for further ones at their place. */
function withMore(inputs: readonly string[], at: number | undefined): readonly string[] {
  return at === undefined ? inputs : inputs.toSpliced(at, 0, '…');
}

const signs = Object.entries({
  ...{ plus: '+', minus: '-', times: '*', by: '/', equal: '=', unequal: '!=' },
  ...{ less: '<', atMost: '<=', more: '>', atLeast: '>=', and: 'and', or: 'or', not: 'not' },
  ...{ in: 'in ("", "")', empty: 'empty', true: 'true', false: 'false' },
});
