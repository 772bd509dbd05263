import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import { useRecents } from '#web/palette/recents.ts';
import classes from './home.module.css';
import { Panel } from './panel.tsx';

/** The records that were opened last on this device. */
export function RecentPanel() {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const [recents] = useRecents();
  if (recents.length === 0) return null;
  return (
    <Panel title={t('palette.recent')}>
      <ul className={classes.rows}>
        {recents.map(({ object: name, id, name: title }) => {
          const object = objects.find((each) => each.name === name);
          return object ? (
            <li key={id} className={classes.row}>
              <Link to="/$object/$id" params={{ object: name, id }} className={classes.rowName}>
                {title}
              </Link>
              <span className={classes.kind}>
                <ObjectIcon name={object.icon} size={14} />
                {object.label}
              </span>
            </li>
          ) : null;
        })}
      </ul>
    </Panel>
  );
}
