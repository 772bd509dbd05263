import { Select } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { bothConditions } from '#kernel/both-conditions.ts';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { viewPaths } from '#web/views/current-view.ts';
import type { PlacePath } from '#web/views/place-paths.ts';
import type { ViewState } from '#web/views/use-view-state.ts';
import classes from './map.module.css';

interface MapToolsProps {
  readonly object: ObjectMeta;
  readonly state: ViewState;
  readonly place: PlacePath;
  readonly places: readonly PlacePath[];
  readonly unplaced: number;
}

/** Above a map: by which position records are placed, and the way to those that have none. */
export function MapTools({ object, state, place, places, unplaced }: MapToolsProps) {
  const { t } = useTranslation();
  const { locale } = useFormatting();
  if (places.length < 2 && unplaced === 0) return null;
  return (
    <div className={classes.tools}>
      {places.length > 1 && (
        <Select
          size="xs"
          w={220}
          aria-label={t('map.place')}
          data={places.map(({ path, label }) => ({ value: path, label }))}
          value={place.path}
          onChange={(next) => state.change({ group: next ?? undefined, at: undefined })}
        />
      )}
      {unplaced > 0 && (
        <Link
          className={classes.unplaced}
          to={viewPaths.table}
          params={{ object: object.name }}
          search={{ where: bothConditions(state.where, { [place.path]: null }) }}
        >
          {t('map.unplaced', { count: unplaced, amount: new Intl.NumberFormat(locale).format(unplaced) })}
        </Link>
      )}
    </div>
  );
}
