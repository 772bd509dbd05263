import { useTranslation } from 'react-i18next';
import { LinkList } from '#web/view-links/link-list.tsx';
import { useViewLinks } from '#web/view-links/view-link.ts';
import { Section } from '../section.tsx';
import classes from '../settings.module.css';

/** Everything that is shown to people who do not sign in, and ending it. */
export function AllViewLinks() {
  const { t } = useTranslation();
  const links = useViewLinks();
  if (links === undefined) return null;
  return (
    <Section title={t('viewLinks.everywhere.title')} text={t('viewLinks.everywhere.text')}>
      {links.length === 0 ? (
        <p className={classes.faint}>{t('viewLinks.everywhere.none')}</p>
      ) : (
        <LinkList links={links} named />
      )}
    </Section>
  );
}
