import { Loader } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from '#web/kit/modal.tsx';
import { useStore } from '#web/kit/store.ts';
import classes from './command-palette.module.css';
import { PaletteList } from './palette-list.tsx';
import { palette } from './palette-store.ts';
import { usePaletteItems } from './use-palette-items.ts';

/** Search and every command behind one key. */
export function CommandPalette() {
  const { t } = useTranslation();
  const opened = useStore(palette);
  const close = () => palette.set(false);
  return (
    <Modal
      opened={opened}
      onClose={close}
      withCloseButton={false}
      padding={0}
      size={620}
      yOffset="12vh"
      attributes={{ content: { 'aria-label': t('palette.title') } }}
      trapFocus
    >
      <PaletteBody onDone={close} />
    </Modal>
  );
}

function PaletteBody({ onDone }: { onDone(): void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const { items, searching } = usePaletteItems(text);
  const current = Math.min(active, items.length - 1);

  useEffect(() => {
    document.getElementById(`palette-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const pick = (index: number) => {
    onDone();
    items[index]?.run();
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setActive((current + step + items.length) % items.length);
    } else if (event.key === 'Enter' && items.length > 0) {
      event.preventDefault();
      pick(current);
    }
  };

  return (
    <div className={classes.palette}>
      <div className={classes.head}>
        <IconSearch size={18} stroke={1.7} aria-hidden />
        <input
          className={classes.input}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={press}
          placeholder={t('palette.placeholder')}
          role="combobox"
          aria-label={t('palette.title')}
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={items.length > 0 ? `palette-${current}` : undefined}
          data-autofocus
        />
        {searching && <Loader size={14} />}
      </div>
      <PaletteList items={items} search={text} active={current} onPick={pick} onHover={setActive} />
      {items.length === 0 && <p className={classes.nothing}>{searching ? ' ' : t('palette.nothing')}</p>}
    </div>
  );
}
