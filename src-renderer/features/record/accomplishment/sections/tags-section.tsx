/** Tags of an accomplishment: typed to be added, a press takes one out. */
import { TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useAnswer } from '../../../../api.ts';
import { HangingSection } from '../../../../ui/pane.tsx';
import type { SectionProps } from '../use-accomplishment.ts';
import classes from './tags-section.module.css';

export function TagsSection({ accomplishment, change }: SectionProps) {
  const known = useAnswer('listTags', {});
  const [error, setError] = useState<string | null>(null);
  const save = async (tags: readonly string[]) => {
    const clean = [...new Set(tags.map((tag) => tag.trim().replace(/^#+/, '').slice(0, 60)).filter(Boolean))];
    try {
      setError(null);
      await change({ tags: clean });
    } catch (refusal) {
      setError(refusal instanceof Error ? refusal.message : 'The tags were not saved. Try again.');
    }
  };
  return (
    <HangingSection label="Tags">
      <TagsInput
        aria-label="Tags"
        variant="unstyled"
        classNames={{ input: classes.input, options: classes.options, pill: classes.pill, inputField: classes.field }}
        placeholder={accomplishment.tags.length === 0 ? 'Type a tag, then Enter' : 'Add a tag'}
        value={[...accomplishment.tags]}
        data={(known.data ?? []).map((use) => use.tag)}
        limit={12}
        withScrollArea={false}
        maxTags={40}
        error={error}
        acceptValueOnBlur
        isDuplicate={(tag, tags) => tags.some((other) => other.toLowerCase() === tag.toLowerCase())}
        onChange={(tags) => void save(tags)}
      />
    </HangingSection>
  );
}
