import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '#web/i18n/language-switch.tsx';
import { Seal } from '#web/kit/seal.tsx';
import { useTitle } from '#web/kit/use-title.ts';
import { InkNetwork } from './ink-network.tsx';
import classes from './welcome-frame.module.css';

/** What everybody sees before signing in: the picture beside, the form in the middle. */
export function WelcomeFrame({
  title,
  lead,
  children,
}: {
  title: string;
  lead: string;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  useTitle(title);
  return (
    <div className={classes.frame}>
      <aside className={classes.picture}>
        <InkNetwork />
        <div className={classes.motto}>
          <p className={classes.characters} lang="zh">
            关系
          </p>
          <p className={classes.words}>{t('welcome.motto')}</p>
        </div>
      </aside>
      <main className={classes.side}>
        <header className={classes.top}>
          <span className={classes.brand}>
            <Seal size={26} />
            Guanxi
          </span>
          <LanguageSwitch />
        </header>
        <section className={classes.content}>
          <h1 className={classes.title}>{title}</h1>
          <p className={classes.lead}>{lead}</p>
          {children}
        </section>
      </main>
    </div>
  );
}
