import { IconHome, IconSettings, IconTableImport } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { mayMerge } from '#web/duplicates/may-merge.ts';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import { Seal } from '#web/kit/seal.tsx';
import classes from './rail.module.css';
import { RailLink } from './rail-link.tsx';

interface RailContentProps {
  readonly collapsed: boolean;
  onNavigate?(): void;
}

/** The company, the start page, a group of objects per module, and the tools at the foot. */
export function RailContent({ collapsed, onNavigate }: RailContentProps) {
  const { t } = useTranslation();
  const { workspace, navigation, objects } = useMeta();
  const shown = useLocation({ select: ({ pathname }) => pathname });
  const shared = { collapsed, shown, onNavigate };
  return (
    <nav
      className={classes.content}
      data-collapsed={collapsed || undefined}
      aria-label={t('shell.navigation')}
    >
      <div className={classes.brand} title={workspace.label}>
        <Seal size={24} />
        <span className={classes.company}>{workspace.label}</span>
      </div>
      <div className={classes.groups}>
        <RailLink {...shared} to="/" icon={<IconHome size={18} stroke={1.6} />} label={t('shell.home')} />
        {navigation.map((group) => (
          <div key={group.module} className={classes.group}>
            <h2 className={classes.heading}>{group.label}</h2>
            {group.objects.map((name) => {
              const object = objects.find((candidate) => candidate.name === name);
              return object ? (
                <RailLink
                  {...shared}
                  key={name}
                  to={`/${name}`}
                  icon={<ObjectIcon name={object.icon} />}
                  label={object.plural}
                />
              ) : null;
            })}
          </div>
        ))}
      </div>
      <div className={classes.foot}>
        {objects.some(mayMerge) && (
          <RailLink
            {...shared}
            to="/duplicates"
            icon={<ObjectIcon name="arrow-merge" />}
            label={t('shell.duplicates')}
          />
        )}
        {objects.some(({ can }) => can.import) && (
          <RailLink
            {...shared}
            to="/import"
            icon={<IconTableImport size={18} stroke={1.6} />}
            label={t('shell.import')}
          />
        )}
        <RailLink
          {...shared}
          to="/settings"
          icon={<IconSettings size={18} stroke={1.6} />}
          label={t('shell.settings')}
        />
      </div>
    </nav>
  );
}
