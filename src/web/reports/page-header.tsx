import { Anchor, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useObjectMeta } from '#web/api/queries.ts';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import classes from './page-header.module.css';

interface PageHeaderProps {
  /** The object that the page shows a record of. */
  readonly kind: string;
  readonly name: string;
  /** What else is said of it. */
  readonly about: string;
  readonly children: ReactNode;
}

/** The name of a report or a dashboard, and what can be done with it. */
export function PageHeader({ kind, name, about, children }: PageHeaderProps) {
  const object = useObjectMeta(kind);
  return (
    <header className={classes.header}>
      <div className={classes.title}>
        <div className={classes.crumb}>
          {object && <ObjectIcon name={object.icon} size={15} />}
          <Anchor
            c="dimmed"
            fz="xs"
            renderRoot={(props) => <Link {...props} to="/$object" params={{ object: kind }} />}
          >
            {object?.plural}
          </Anchor>
          <span>{about}</span>
        </div>
        <Title order={1} className={classes.name}>
          {name}
        </Title>
      </div>
      <div className={classes.actions} data-print="hidden">
        {children}
      </div>
    </header>
  );
}
