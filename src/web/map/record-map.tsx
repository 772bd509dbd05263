import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bothConditions } from '#kernel/both-conditions.ts';
import type { Window } from '#kernel/expression/position.ts';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useMeta, useRecords } from '#web/api/queries.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { useTitle } from '#web/kit/use-title.ts';
import { colorsOf } from '#web/list/colors/colors-of.ts';
import { EmptyList, FailedList } from '#web/list/list-message.tsx';
import listClasses from '#web/list/list-page.module.css';
import { selectOf } from '#web/views/columns.ts';
import type { PlacePath } from '#web/views/place-paths.ts';
import type { ViewState } from '#web/views/use-view-state.ts';
import { ViewHeader } from '#web/views/view-header.tsx';
import { drawGroups } from './group-layer.ts';
import classes from './map.module.css';
import { type MapGroup, mostOf, readAt, writeAt } from './map-answer.ts';
import { MapButtons } from './map-buttons.tsx';
import { MapList } from './map-list.tsx';
import { MapTools } from './map-tools.tsx';
import { mergedGroups } from './merged-groups.ts';
import { useLeaflet } from './use-leaflet.ts';
import { useMap } from './use-map.ts';

interface RecordMapProps {
  readonly object: ObjectMeta;
  readonly state: ViewState;
  readonly place: PlacePath;
  readonly places: readonly PlacePath[];
}

const world: Window = [-180, -90, 180, 90];

/** Where the records of a view are: groups counted by the server for what is in sight, and a list of these records. */
export function RecordMap({ object, state, place, places }: RecordMapProps) {
  const { t } = useTranslation();
  const { locale } = useFormatting();
  const tiles = useMeta().workspace.mapTiles;
  useTitle(`${state.view.label} · ${object.plural}`);
  const { q, colors, at } = state.search;
  const [start] = useState(() => readAt(at));
  const [shown, setShown] = useState<{ window: Window; zoom: number }>({
    window: world,
    zoom: start?.zoom ?? 4,
  });
  const [picked, setPicked] = useState<MapGroup>();
  const keep = useDebouncedCallback((next: string) => state.change({ at: next }), 400);
  // Until it is known where the records are, what is in sight is nobody's wish.
  const fitted = useRef(start !== undefined);
  const { holder, map, groups } = useLeaflet(start, ({ at: now, window }) => {
    if (!fitted.current) return;
    setShown({ window, zoom: now.zoom });
    setPicked(undefined);
    keep(writeAt(now));
  });
  const asked = { place: place.path, where: state.where, ...(q && { q }) };
  const answer = useMap(object.name, { ...asked, ...shown });
  const within = picked ? around(picked) : shown.window;
  const list = useRecords(
    object.name,
    {
      where: bothConditions(state.where, { [place.path]: { within } }),
      select: selectOf(state.columns.slice(0, 5)),
      ...(state.sort && { sort: state.sort }),
      ...(q && { q }),
      ...(colors && { marks: colors.map((rule) => rule.where) }),
      limit: 60,
    },
    { enabled: fitted.current },
  );
  const records = list.data?.pages.flatMap((page) => page.records) ?? [];

  const fit = (window: Window | undefined) => {
    if (!window) return;
    const [west, south, east, north] = window;
    map?.fitBounds(
      [
        [south, west],
        [north, east],
      ],
      { padding: [40, 40], maxZoom: 11 },
    );
  };
  const found = answer.data;
  useEffect(() => {
    if (!map || !found || fitted.current) return;
    fitted.current = true;
    const window = mostOf(found.groups);
    if (window) fit(window);
    map.fire('moveend');
  });
  const pick = (group: MapGroup) => {
    const [west, south, east, north] = around(group);
    const apart = Math.max(east - west, north - south) > 0.0005;
    if (group.count > 1 && apart && map && map.getZoom() < map.getMaxZoom()) fit(group.window);
    else setPicked(group);
  };
  const tints = new Map(records.map((record) => [record.id, colorsOf(record, colors ?? []).row]));
  useEffect(() => {
    if (!map || !found) return;
    const number = new Intl.NumberFormat(locale, { notation: 'compact' });
    drawGroups(groups, fitted.current ? mergedGroups(found.groups, shown.zoom) : [], {
      say: (group) => {
        const word = group.count === 1 ? 'single' : isSpread(group) ? 'group' : 'stack';
        return t(`map.${word}`, { amount: new Intl.NumberFormat(locale).format(group.count) });
      },
      write: (count) => number.format(count),
      tint: (id) => tints.get(id),
      onPick: pick,
    });
  });

  return (
    <div className={listClasses.page}>
      <ViewHeader object={object} state={state} count={found?.count ?? (found ? 0 : undefined)} />
      <MapTools object={object} state={state} place={place} places={places} unplaced={found?.unplaced ?? 0} />
      {answer.isError && !found ? (
        <FailedList error={answer.error} onRetry={() => answer.refetch()} />
      ) : found && !found.count ? (
        <div className={listClasses.message}>
          <EmptyList object={object} state={state} />
        </div>
      ) : (
        <div className={classes.split}>
          <div className={classes.frame}>
            {/* Moved by keys: the map itself takes the focus. */}
            <div
              ref={holder}
              className={classes.map}
              role="application"
              aria-label={t('map.name', { plural: object.plural })}
            />
            <MapButtons map={map} onWhole={() => fit(mostOf(found?.groups ?? []))} />
            <p className={classes.note}>
              {found?.groups.some(({ exactness }) => exactness) && <span>{t('map.exactness')} </span>}
              {tiles ? `${tiles.by ?? ''} ` : ''}
              {t(tiles ? 'map.namesSource' : 'map.sources')}
            </p>
          </div>
          <MapList
            object={object}
            columns={state.columns.slice(0, 5)}
            rules={colors ?? []}
            list={list}
            records={records}
            inside={picked?.count ?? found?.inside}
            picked={picked !== undefined}
            onUnpick={() => setPicked(undefined)}
          />
        </div>
      )}
    </div>
  );
}

/** The window of a group, a little larger than its records, which are told to six places. */
function around({ window, latitude, longitude }: MapGroup): Window {
  const [west, south, east, north] = window ?? [longitude, latitude, longitude, latitude];
  const little = 0.000002;
  return [west - little, south - little, east + little, north + little];
}

function isSpread({ window: [west, south, east, north] = [0, 0, 0, 0] }: MapGroup): boolean {
  return Math.max(east - west, north - south) > 0.0005;
}
