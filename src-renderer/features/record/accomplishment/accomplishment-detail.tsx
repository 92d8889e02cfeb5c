/** One accomplishment, whole: everything on it is edited where it stands and saves itself. */
import { ActionIcon, Box, Button, Menu } from '@mantine/core';
import { IconDots, IconTrash } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useCommand } from '../../../api.ts';
import { Answer } from '../../../parts/errors/answer.tsx';
import { ErrorBox } from '../../../parts/errors/error-box.tsx';
import { EditableText } from '../../../parts/text/editable-text.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { HangingSection, Page, PageHead } from '../../../ui/pane.tsx';
import { missingInDraft } from './missing-in-draft.ts';
import { EvidenceSection } from './sections/evidence-section.tsx';
import { MetricsSection } from './sections/metrics-section.tsx';
import { ShowsSection } from './sections/shows-section.tsx';
import { TagsSection } from './sections/tags-section.tsx';
import { WitnessSection } from './sections/witness-section.tsx';
import { WordingSection } from './sections/wording-section.tsx';
import { ConfidentialityMenu, StatusMenu } from './state-menus.tsx';
import { type AccomplishmentPatch, useAccomplishment } from './use-accomplishment.ts';
import { UseInResume } from './use-in-resume.tsx';
import { WhenWhere } from './when-where.tsx';

interface AccomplishmentDetailProps {
  readonly id: string;
  readonly onBin: (id: string) => void;
}

/** Re-rendered only when another one is opened or its answer changes, not while the list beside it is filtered. */
export const AccomplishmentDetail = memo(function AccomplishmentDetail({ id, onBin }: AccomplishmentDetailProps) {
  const { answer, shown: accomplishment, change } = useAccomplishment(id);
  const [error, setError] = useState<unknown>(null);
  const restore = useCommand('restoreFromBin');
  if (accomplishment === undefined) {
    return (
      <Page>
        <Answer of={answer} />
      </Page>
    );
  }
  if (accomplishment.deletedAt !== null) {
    return (
      <Page>
        <Empty
          title="In the bin"
          text={`“${accomplishment.title}” counts nowhere while it is there.`}
          action={
            <Button onClick={() => restore.mutate({ kind: 'accomplishment', id }, { onError: setError })}>
              Restore
            </Button>
          }
        />
      </Page>
    );
  }
  const act = (saving: Promise<unknown>) => {
    setError(null);
    saving.catch(setError);
  };
  const set = (patch: AccomplishmentPatch) => act(change(patch));
  const section = { accomplishment, change, act };
  const { title, story, status, confidentiality } = accomplishment;
  return (
    <Page key={id}>
      <PageHead
        kind="Accomplishment"
        badges={
          <>
            <StatusMenu
              status={status}
              missing={missingInDraft(accomplishment)}
              onChoose={(next) => set({ status: next })}
            />
            <ConfidentialityMenu value={confidentiality} onChoose={(next) => set({ confidentiality: next })} />
          </>
        }
        actions={
          <>
            {status === 'draft' ? (
              <Button variant="filled" onClick={() => set({ status: 'ready' })}>
                Mark ready
              </Button>
            ) : (
              <UseInResume accomplishmentId={id} isDraft={false} onError={setError} />
            )}
            <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={200}>
              <Menu.Target>
                <ActionIcon aria-label="More acts">
                  <IconDots size={18} stroke={1.6} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />} onClick={() => onBin(id)}>
                  Move to the bin
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        }
        title={
          <EditableText
            serif
            label="Title"
            value={title}
            placeholder="Name what you did and what came of it"
            keepKey={`accomplishment:${id}:title`}
            onSave={(text) => change({ title: text.trim() })}
          />
        }
        subtitle={<WhenWhere {...section} />}
      />
      {error === null ? null : (
        <Box pb={12}>
          <ErrorBox error={error} />
        </Box>
      )}
      <MetricsSection {...section} />
      <HangingSection label="Story">
        <EditableText
          multiline
          serif
          label="Story"
          value={story}
          placeholder="What was the situation, what did you do, what came of it?"
          keepKey={`accomplishment:${id}:story`}
          onSave={(text) => change({ story: text })}
        />
      </HangingSection>
      <ShowsSection {...section} />
      <WitnessSection {...section} />
      <EvidenceSection {...section} />
      <WordingSection {...section} />
      <TagsSection {...section} />
    </Page>
  );
});
