import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { useHeadFirst } from '#web/kit/use-head-first.ts';
import { useTitle } from '#web/kit/use-title.ts';
import { UnseenPanel } from '#web/looks/unseen-panel.tsx';
import { useUnseen } from '#web/looks/use-unseen.ts';
import { Greeting } from './greeting.tsx';
import classes from './home.module.css';
import { OverviewPanel } from './overview-panel.tsx';
import { PersonalPanel } from './personal-panel.tsx';
import { personalViews, summedBoards } from './personal-views.ts';
import { RecentPanel } from './recent-panel.tsx';
import { useFirstSteps } from './steps/use-first-steps.ts';
import { Tiles } from './tiles.tsx';

/** The day at a glance: what is mine to do, how things stand, what I had open last. */
export function HomePage() {
  const { t } = useTranslation();
  const meta = useMeta();
  useTitle(t('shell.home'));
  const listed = new Set(meta.navigation.flatMap(({ objects }) => objects));
  const subjects = meta.objects.filter(
    ({ traits, name }) => traits.includes('regardable') && listed.has(name),
  );
  const { pending, steps, FirstSteps } = useFirstSteps();
  const subject = subjects[0];
  const headShown = useHeadFirst();
  // Drawn when it is known whether there are any, so that nothing moves when there are.
  if (pending || !headShown)
    return (
      <div className={classes.page}>
        <Greeting />
      </div>
    );
  return (
    <div className={classes.page}>
      <Greeting />
      {FirstSteps && subject && steps.length > 0 && <FirstSteps steps={steps} subject={subject} />}
      <Tiles subjects={subjects} />
      <div className={classes.columns}>
        <div className={classes.main}>
          {personalViews(meta).map((personal) => (
            <PersonalPanel key={personal.object.name} {...personal} />
          ))}
        </div>
        <Side />
      </div>
    </div>
  );
}

/** Drawn when it is known whether there is anything new, so that nothing moves when there is. */
function Side() {
  const meta = useMeta();
  const { isPending } = useUnseen();
  if (isPending) return <div className={classes.side} />;
  return (
    <div className={classes.side}>
      <UnseenPanel />
      {summedBoards(meta)
        .slice(0, 3)
        .map(({ object, view }) => (
          <OverviewPanel key={object.name} object={object} view={view} />
        ))}
      <RecentPanel />
    </div>
  );
}
