import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { IconMoodPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCreate, useDelete } from '#web/api/mutations.ts';
import { useMeta } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { asTarget } from '#web/fields/reference/target.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import classes from './comments.module.css';
import { useTalk } from './talk.ts';

/** What people think of a comment: each sign with how many gave it and who; one press gives it or takes it back. */
export function Reactions({ comment }: { readonly comment: string }) {
  const { t } = useTranslation();
  const { objects, user } = useMeta();
  const given = useTalk().reactions.get(comment) ?? [];
  const object = objects.find(({ purpose }) => purpose === 'reaction');
  const create = useCreate(object?.name ?? '');
  const remove = useDelete(object?.name ?? '');
  const signs = object?.fields.find(({ name }) => name === 'sign')?.choices ?? [];
  const personOf = ({ person }: RecordJson) => asTarget('', person);
  const own = (sign: string) => given.find((one) => one.sign === sign && personOf(one)?.id === user.id);
  const toggle = (sign: string) => {
    const mine = own(sign);
    const onError = toastProblem;
    if (mine) remove.mutate([mine.id], { onError });
    else create.mutate({ comment, sign }, { onError });
  };
  const shown = signs.flatMap(({ value, label }) => {
    const people = given.filter(({ sign }) => sign === value).map((one) => personOf(one)?.name ?? '');
    return people.length === 0 ? [] : [{ value, label, people }];
  });
  if (!object) return null;
  return (
    <>
      {shown.map(({ value, label, people }) => (
        <UnstyledButton
          key={value}
          data-hint={`${wordOf(label)}: ${people.join(', ')}`}
          className={classes.sign}
          aria-pressed={own(value) !== undefined}
          aria-label={`${people.length} ${wordOf(label)}: ${people.join(', ')}`}
          onClick={() => toggle(value)}
        >
          <span aria-hidden>{pictureOf(label)}</span> {people.length}
        </UnstyledButton>
      ))}
      {object.can.create && (
        <Menu withinPortal position="bottom-start">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={24} aria-label={t('record.comments.react')}>
              <IconMoodPlus size={15} stroke={1.7} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {signs.map(({ value, label }) => (
              <Menu.Item key={value} onClick={() => toggle(value)}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

/** A sign is called by its picture and, after a space, in words. */
function pictureOf(label: string): string {
  return label.split(' ')[0] ?? label;
}

function wordOf(label: string): string {
  return label.split(' ').slice(1).join(' ') || label;
}
