import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meta, ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import { usePreference } from '#web/kit/preference.ts';
import { useNarrow } from '#web/kit/use-narrow.ts';
import classes from './ready-made.module.css';

interface Offered {
  readonly id: string;
  readonly label: string;
}

/** The reports, or the dashboards, that everybody has from the first day: above those that people have made. */
export function ReadyMade({ object }: { readonly object: ObjectMeta }) {
  const { t } = useTranslation();
  const meta = useMeta();
  const narrow = useNarrow();
  const [wanted, setWanted] = usePreference<boolean | null>(`readyMade.${object.purpose}`, null);
  const id = useId();
  const groups = object.purpose === 'report' ? reportsOf(meta) : [{ label: '', offered: dashboardsOf(meta) }];
  const count = groups.reduce((sum, { offered }) => sum + offered.length, 0);
  if (count === 0) return null;
  const open = wanted ?? !narrow;
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <section className={classes.section} data-print="hidden">
      <UnstyledButton
        className={classes.head}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setWanted(!open)}
      >
        <Chevron size={15} />
        {t(object.purpose === 'report' ? 'reports.readyMade' : 'reports.readyMadeDashboards')}
        <span className={classes.count}>{count}</span>
      </UnstyledButton>
      <div id={id} className={classes.groups} hidden={!open}>
        {groups.map(({ label, offered }) => (
          <div key={label} className={classes.group}>
            {label && <h2 className={classes.label}>{label}</h2>}
            <ul className={classes.list}>
              {offered.map((each) => (
                <li key={each.id}>
                  <Link to="/$object/$id" params={{ object: object.name, id: each.id }}>
                    {each.label}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function reportsOf({ objects, reports }: Meta): readonly { label: string; offered: readonly Offered[] }[] {
  return objects.flatMap(({ name, plural }) => {
    const offered = reports.filter((report) => report.object === name);
    return offered.length === 0
      ? []
      : [{ label: plural, offered: offered.map((report) => ({ id: report.name, label: report.label })) }];
  });
}

function dashboardsOf({ reports }: Meta): readonly Offered[] {
  const labels = new Map(
    reports.flatMap(({ dashboard }) => (dashboard ? [[dashboard.name, dashboard.label]] : [])),
  );
  return [...labels].map(([id, label]) => ({ id: id ?? '', label: label ?? '' }));
}
