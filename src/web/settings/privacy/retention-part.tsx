import { Anchor, Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { openRecordForm } from '#web/forms/record-form-store.ts';
import { Section } from '../section.tsx';
import { SettingsTable } from '../settings-table.tsx';
import { suggestionsKey, useSuggestions } from './use-register.ts';

/** For how long data are needed by what is said of their use, each with a rule to be made of it. */
export function RetentionPart() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const rules = useMeta().objects.find(({ purpose }) => purpose === 'retention');
  const { data } = useSuggestions();
  const word = (name: string) => t(`settings.privacy.${name}`);
  if (!data || !rules) return null;
  return (
    <Section
      title={word('retention')}
      text={word('retentionText')}
      flush
      aside={
        <Anchor component={Link} to={`/${rules.name}`} size="sm">
          {rules.plural}
        </Anchor>
      }
    >
      <SettingsTable columns={[word('records'), word('months'), word('inForce'), null]}>
        {data.suggestions.map(({ object, months, inForce }) => (
          <tr key={object.value}>
            <td>{object.label}</td>
            <td>{months}</td>
            <td>{inForce ?? word('none')}</td>
            <td style={{ textAlign: 'right' }}>
              {(inForce === null || inForce > months) && (
                <Button
                  variant="default"
                  onClick={() =>
                    openRecordForm({
                      object: rules.name,
                      values: {
                        name: t('settings.privacy.ruleName', { object: object.label, months }),
                        ...{ object: object.value, months, since: 'change', effect: 'erase' },
                      },
                      onCreated: () => client.invalidateQueries({ queryKey: suggestionsKey }),
                    })
                  }
                >
                  {word('make')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </SettingsTable>
    </Section>
  );
}
