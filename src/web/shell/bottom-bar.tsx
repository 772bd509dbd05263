import { IconHome, IconMenu2, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import { openPalette } from '#web/palette/palette-store.ts';
import classes from './bottom-bar.module.css';
import type { RailState } from './use-rail.ts';

/** On a phone: start, the first object of the first two groups, search, everything else. */
export function BottomBar({ rail }: { rail: RailState }) {
  const { t } = useTranslation();
  const { navigation, objects } = useMeta();
  const first = navigation.slice(0, 2).map((group) => objects.find(({ name }) => name === group.objects[0]));
  return (
    <nav className={classes.bar} aria-label={t('shell.mainPlaces')} data-print="hidden">
      <Link
        to="/"
        className={classes.item}
        activeOptions={{ exact: true }}
        activeProps={{ 'data-active': true }}
      >
        <IconHome size={20} stroke={1.6} />
        {t('shell.home')}
      </Link>
      {first.map(
        (object) =>
          object && (
            <Link
              key={object.name}
              to="/$object"
              params={{ object: object.name }}
              className={classes.item}
              activeOptions={{ includeSearch: false }}
              activeProps={{ 'data-active': true }}
            >
              <ObjectIcon name={object.icon} size={20} />
              {object.plural}
            </Link>
          ),
      )}
      <button type="button" className={classes.item} onClick={openPalette}>
        <IconSearch size={20} stroke={1.6} />
        {t('shell.searchShort')}
      </button>
      <button type="button" className={classes.item} onClick={rail.openDrawer} aria-haspopup="dialog">
        <IconMenu2 size={20} stroke={1.6} />
        {t('shell.menu')}
      </button>
    </nav>
  );
}
