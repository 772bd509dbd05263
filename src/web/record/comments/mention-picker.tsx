import { UnstyledButton } from '@mantine/core';
import { type Editor, useEditorState } from '@tiptap/react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecords } from '#web/api/queries.ts';
import { peopleObject } from '#web/fields/reference/target.ts';
import { PersonAvatar } from '#web/fields/user/person-avatar.tsx';
import classes from './comments.module.css';

/** An @ that does not stand within an address, and what has been typed after it. */
const begun = /(?<![\w.%+-])@([^\s@]{0,20})$/;

/** While somebody types @ and a name, offers the people who are called so; arrows choose, Enter names. */
export function MentionPicker({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation();
  const [place, setPlace] = useState(0);
  const [refused, setRefused] = useState<number>();
  const typed = useEditorState({ editor, selector: ({ editor: now }) => typedIn(now) });
  const asking = typed !== null && typed.from !== refused;
  const { data } = useRecords(
    peopleObject,
    { q: typed?.text || undefined, where: { active: true }, select: 'name', sort: 'name', limit: 6 },
    { enabled: asking },
  );
  const people = asking ? (data?.pages[0]?.records ?? []) : [];
  const at = Math.min(place, people.length - 1);

  const take = (index: number) => {
    const person = people[index];
    if (!person || !typed) return;
    const mention = { type: 'mention', attrs: { id: person.id, name: String(person.name) } };
    editor
      .chain()
      .focus()
      .insertContentAt({ from: typed.from, to: typed.to }, [mention, { type: 'text', text: ' ' }])
      .run();
    setPlace(0);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (people.length === 0 || event.isComposing) return;
    const chosen = event.key === 'Enter' || event.key === 'Tab';
    const step = { ArrowDown: 1, ArrowUp: people.length - 1 }[event.key];
    if (step !== undefined) setPlace((at + step) % people.length);
    else if (chosen) take(at);
    else if (event.key === 'Escape') setRefused(typed?.from);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    // Before the editor takes the arrows for itself.
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, []);

  if (people.length === 0) return null;
  return (
    <div className={classes.people} role="listbox" aria-label={t('record.comments.people')}>
      {people.map(({ id, name }, index) => (
        <UnstyledButton
          key={id}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={classes.person}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(index)}
        >
          <PersonAvatar name={String(name)} size={18} />
          {String(name)}
        </UnstyledButton>
      ))}
    </div>
  );
}

/** What is being typed after an @ before the caret, and where. */
function typedIn(editor: Editor): { text: string; from: number; to: number } | null {
  const { selection } = editor.state;
  const { $from, empty } = selection;
  if (!empty || !editor.isFocused) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc');
  const found = begun.exec(before);
  if (!found) return null;
  const [whole, text = ''] = found;
  return { text, from: $from.pos - whole.length, to: $from.pos };
}
