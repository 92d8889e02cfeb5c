/** The person: name, headline, contact, links and summary, as resumes print them. */
import { ActionIcon, Button, Flex, Stack } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Background, Profile } from '../../../../shared/api/record.ts';
import { answerKey, call, queryClient } from '../../../api.ts';
import { ErrorBox } from '../../../parts/errors/error-box.tsx';
import { type AccomplishmentChange, patchOf, useChanges } from '../../../parts/saving/use-changes.ts';
import { EditableText } from '../../../parts/text/editable-text.tsx';
import { HangingSection, Page, PageHead } from '../../../ui/pane.tsx';
import { FieldText, OpenAddress } from './field-text.tsx';
import classes from './profile-detail.module.css';

type ProfilePatch = Partial<Profile>;

const fields = {
  email: { label: 'E-mail', kind: 'line', placeholder: 'name@example.org' },
  phone: { label: 'Phone', kind: 'line', placeholder: 'With the country code' },
  place: { label: 'Place', kind: 'line', placeholder: 'City, country' },
  website: { label: 'Website', kind: 'address', placeholder: 'https://' },
} as const;

const merge = (now: Profile, patch: ProfilePatch): Profile => ({ ...now, ...patch });

/** Stores a change of the profile, computed from what main has by now: the window may show what is older. */
async function send(change: AccomplishmentChange<Profile, ProfilePatch>): Promise<void> {
  const patch = typeof change === 'function' ? patchOf(change, (await call('getBackground', {})).profile) : change;
  const profile = await call('changeProfile', { patch });
  queryClient.setQueryData<Background>(answerKey('getBackground', {}), (background) =>
    background === undefined ? background : { ...background, profile },
  );
}

export function ProfileDetail({ profile: stored }: { readonly profile: Profile }) {
  const [isAdding, setIsAdding] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { shown, change } = useChanges({ id: 'profile', data: stored, merge, send });
  const profile = shown ?? stored;
  const setLink = (at: number, patch: Partial<Profile['links'][number]>) =>
    change((now) => ({
      links:
        at < now.links.length
          ? now.links.map((link, index) => (index === at ? { ...link, ...patch } : link))
          : [...now.links, { label: '', url: '', ...patch }],
    })).then(() => {
      if (at >= profile.links.length) setIsAdding(false);
    });
  const rows = isAdding ? [...profile.links, { label: '', url: '' }] : profile.links;
  return (
    <Page>
      <PageHead
        kind="Profile"
        title={
          <EditableText
            serif
            label="Name"
            value={profile.name}
            placeholder="Your name"
            keepKey="profile:name"
            onSave={(text) => change({ name: text.trim() })}
          />
        }
        subtitle={
          <EditableText
            label="Headline"
            value={profile.headline}
            placeholder="One line under your name"
            keepKey="profile:headline"
            onSave={(text) => change({ headline: text.trim() })}
          />
        }
      />
      {error === null ? null : <ErrorBox error={error} />}
      {Object.entries(fields).map(([name, field]) => (
        <HangingSection key={name} label={field.label}>
          <FieldText
            field={field}
            value={profile[name as keyof typeof fields]}
            keepKey={`profile:${name}`}
            onSave={(text) => change({ [name]: text })}
          />
        </HangingSection>
      ))}
      <HangingSection label="Links">
        <Stack gap={6} align="flex-start">
          {rows.map((link, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a link is known by its place
            <Flex key={at} align="flex-start" wrap="wrap" gap="0.25rem 1rem" maw="100%">
              <EditableText
                label={`Name of link ${at + 1}`}
                value={link.label}
                placeholder="What it is"
                startOpen={isAdding && at === profile.links.length}
                onSave={(text) => setLink(at, { label: text.trim() })}
              />
              <EditableText
                label={`Address of link ${at + 1}`}
                value={link.url}
                placeholder="https://"
                onSave={(text) => setLink(at, { url: text.trim() })}
              />
              <OpenAddress url={link.url} />
              <ActionIcon
                size={24}
                aria-label={`Take out ${link.label || 'this link'}`}
                onClick={() => {
                  if (at >= profile.links.length) setIsAdding(false);
                  else change((now) => ({ links: now.links.filter((_, index) => index !== at) })).catch(setError);
                }}
              >
                <IconX size={14} stroke={1.6} />
              </ActionIcon>
            </Flex>
          ))}
          {isAdding || profile.links.length >= 20 ? null : (
            <Button
              variant="subtle"
              color="gray"
              className={classes.add}
              leftSection={<IconPlus size={14} stroke={1.6} aria-hidden />}
              onClick={() => setIsAdding(true)}
            >
              Add link
            </Button>
          )}
        </Stack>
      </HangingSection>
      <HangingSection label="Summary">
        <EditableText
          multiline
          serif
          label="Summary"
          value={profile.summary}
          placeholder="Three or four lines that open a resume"
          keepKey="profile:summary"
          onSave={(text) => change({ summary: text })}
        />
      </HangingSection>
    </Page>
  );
}
