import { useTranslation } from 'react-i18next';
import { KeyHint } from '#web/kit/key-hint.tsx';
import { Modal } from '#web/kit/modal.tsx';
import { modifierKey } from '#web/kit/modifier-key.ts';
import classes from './shortcut-help.module.css';
import { shortcutHelp } from './shortcut-help-store.ts';

const shortcuts: readonly (readonly [text: string, keys: readonly string[]])[] = [
  ['palette', [modifierKey, 'K']],
  ['search', ['/']],
  ['create', ['N']],
  ['notifications', ['B']],
  ['rail', ['[']],
  ['move', ['↑', '↓', '←', '→']],
  ['type', ['A', '…', 'Z']],
  ['edit', ['Enter']],
  ['next', ['Enter', 'Tab']],
  ['tick', ['Space']],
  ['range', ['Shift', '↑', '↓', '←', '→']],
  ['copy', [modifierKey, 'C']],
  ['paste', [modifierKey, 'V']],
  ['fill', [modifierKey, 'D']],
  ['empty', ['Delete']],
  ['undo', [modifierKey, 'Z']],
  ['redo', [modifierKey, 'Shift', 'Z']],
  ['open', [modifierKey, 'Enter']],
  ['select', ['Shift', 'Space']],
  ['leave', ['Esc']],
  ['save', [modifierKey, 'Enter']],
  ['manual', ['F1']],
  ['help', ['?']],
];

/** Every key and what it does. */
export function ShortcutHelp() {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={() => shortcutHelp.set(false)} title={t('shortcuts.title')} size="sm">
      <dl className={classes.list}>
        {shortcuts.map(([text, keys]) => (
          <div key={text} className={classes.row}>
            <dt>{t(`shortcuts.${text}`)}</dt>
            <dd className={classes.keys}>
              <span className="spoken">{keys.join(' ')}</span>
              <KeyHint keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
