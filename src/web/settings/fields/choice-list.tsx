import { ActionIcon, Button, Group, Input, Menu, Textarea, TextInput } from '@mantine/core';
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#web/i18n/use-locale.ts';
import { statusColors } from '#web/kit/palette.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import type { DraftChoice } from './definition.ts';
import type { DraftProps } from './draft-props.ts';
import classes from './fields.module.css';

/** The values that can be chosen: colour, name in both languages, order; many at once as lines. */
export function ChoiceList({ draft, errors, change }: DraftProps) {
  const { t } = useTranslation();
  const zh = useLocale() === 'zh-CN';
  const [lines, setLines] = useState<string>();
  const choices = draft.choices ?? [];
  const set = (next: readonly DraftChoice[]) => change({ choices: next });
  const add = (labels: readonly string[]) =>
    set([
      ...choices,
      ...labels.map((label, index) => ({
        color: statusColors[(choices.length + index) % statusColors.length] ?? 'grey',
        ...(label !== '' && (zh ? { zh: label } : { en: label })),
      })),
    ]);
  return (
    <Input.Wrapper label={t('settings.fields.choices')} withAsterisk error={errors.choices}>
      <ol className={classes.choices}>
        {choices.map((choice, index) => (
          <ChoiceRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a choice being written has nothing else of its own
            key={index}
            choice={choice}
            index={index}
            error={errors[`choices.${index}.value`] ?? errors[`choices.${index}.zh`]}
            onChange={(changed) => set(choices.with(index, changed))}
            onUp={() => set(choices.toSpliced(index, 1).toSpliced(index - 1, 0, choice))}
            onRemove={() => set(choices.toSpliced(index, 1))}
          />
        ))}
      </ol>
      {lines !== undefined && (
        <Textarea
          mt="xs"
          label={t('settings.fields.lines')}
          value={lines}
          onChange={(event) => setLines(event.currentTarget.value)}
          autosize
          minRows={3}
          maxRows={10}
          autoFocus
        />
      )}
      <Group gap="xs" mt="xs">
        {lines === undefined ? (
          <>
            <Button variant="default" leftSection={<IconPlus size={14} />} onClick={() => add([''])}>
              {t('settings.fields.addChoice')}
            </Button>
            <Button variant="subtle" onClick={() => setLines('')}>
              {t('settings.fields.addLines')}
            </Button>
          </>
        ) : (
          <Button
            variant="default"
            onClick={() => {
              add(
                lines
                  .split('\n')
                  .map((line) => line.trim())
                  .filter((line) => line !== ''),
              );
              setLines(undefined);
            }}
          >
            {t('settings.fields.takeLines')}
          </Button>
        )}
      </Group>
    </Input.Wrapper>
  );
}

interface ChoiceRowProps {
  readonly choice: DraftChoice;
  readonly index: number;
  readonly error: string | undefined;
  onChange(choice: DraftChoice): void;
  onUp(): void;
  onRemove(): void;
}

function ChoiceRow({ choice, index, error, onChange, onUp, onRemove }: ChoiceRowProps) {
  const { t } = useTranslation();
  const zh = useLocale() === 'zh-CN';
  const number = { number: index + 1 };
  const order = zh ? (['zh', 'en'] as const) : (['en', 'zh'] as const);
  return (
    <li className={classes.choice}>
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon variant="default" size={34} aria-label={t('settings.fields.color', number)}>
            <StatusBadge color={choice.color}>{''}</StatusBadge>
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {statusColors.map((color) => (
            <Menu.Item key={color} onClick={() => onChange({ ...choice, color })}>
              <StatusBadge color={color}>{t(`settings.fields.colors.${color}`)}</StatusBadge>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {order.map((locale, place) => (
        <TextInput
          key={locale}
          className={place === 1 ? classes.second : undefined}
          aria-label={t(`settings.fields.choice${locale === 'zh' ? 'Zh' : 'En'}`, number)}
          placeholder={t(`settings.fields.in${locale === 'zh' ? 'Zh' : 'En'}`)}
          value={choice[locale] ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const { [locale]: _, ...others } = choice;
            onChange(value === '' ? others : { ...others, [locale]: value });
          }}
          error={place === 0 ? error : undefined}
        />
      ))}
      <ActionIcon
        size={34}
        aria-label={t('settings.fields.choiceUp', number)}
        disabled={index === 0}
        onClick={onUp}
      >
        <IconArrowUp size={15} />
      </ActionIcon>
      <ActionIcon size={34} aria-label={t('settings.fields.choiceRemove', number)} onClick={onRemove}>
        <IconTrash size={15} />
      </ActionIcon>
    </li>
  );
}
